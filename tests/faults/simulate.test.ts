import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

test(
  'seven devices agree after everything that can happen to their disks, folder and clocks',
  { timeout: 180_000 },
  async () => {
    const result = await simulate.run({ count: 6, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { failed: 0 }, isGood: true });
    expect(result.figures['forks']).toBeGreaterThan(0);
  },
);
