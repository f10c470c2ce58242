import { vi } from 'vitest';

/** Sets this process's steady clock forward, until the test has ended. */
export function later(ms: number): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ms);
}
