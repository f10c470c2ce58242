import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { pinClock } from '../../../renderer/services/clock.ts';
import { useNow } from '../../../renderer/state/use-now.ts';

afterEach(() => {
  vi.useRealTimers();
  pinClock();
});

function Clock() {
  return <output>{new Date(useNow()).toISOString()}</output>;
}

test('a day begins when it begins, whenever the view was opened', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-18T15:59:20.500Z') });
  pinClock(() => Date.now());
  render(<Clock />);
  act(() => vi.advanceTimersByTime(39_499));
  expect(screen.getByRole('status').textContent).toBe('2026-11-18T15:59:20.500Z');
  act(() => vi.advanceTimersByTime(1));
  expect(screen.getByRole('status').textContent).toBe('2026-11-18T16:00:00.000Z');
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByRole('status').textContent).toBe('2026-11-18T16:01:00.000Z');
});
