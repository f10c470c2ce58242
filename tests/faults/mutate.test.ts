import { expect, test } from 'vitest';
import { mutate } from './mutate.ts';

test(
  'whatever is wrong with a batch, nothing crashes and nothing is taken in half',
  { timeout: 180_000 },
  async () => {
    const result = await mutate.run({ count: 300, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ figures: { crashes: 0, partial: 0, slow: 0 }, isGood: true });
  },
);
