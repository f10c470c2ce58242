import { expect, test } from 'vitest';
import { evidenceCalls } from './evidence-calls.ts';

test(
  'wherever the program dies or a file call fails, no attached file is lost or changed',
  { timeout: 120_000 },
  async () => {
    const result = await evidenceCalls.run({ count: 15, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { unsent: 0, wrong: 0 }, isGood: true });
    expect(result.figures['noticed']).toBeGreaterThan(0);
  },
);
