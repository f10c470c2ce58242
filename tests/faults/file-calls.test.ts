import { expect, test } from 'vitest';
import { fileCalls } from './file-calls.ts';

test(
  'whichever file call fails, nothing saved is lost and nothing is silent',
  { timeout: 120_000 },
  async () => {
    const result = await fileCalls.run({ count: 40, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { silent: 0, unmended: 0 }, isGood: true });
    expect(result.figures['noticed']).toBeGreaterThan(0);
  },
);
