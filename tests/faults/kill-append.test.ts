import { expect, test } from 'vitest';
import { killAppend } from './kill-append.ts';

test(
  'ten kills in the middle of writing lose nothing that was acknowledged',
  { timeout: 120_000 },
  async () => {
    const result = await killAppend.run({ count: 10, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { chainBreaks: 0 }, isGood: true });
  },
);
