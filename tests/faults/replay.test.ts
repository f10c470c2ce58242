import { expect, test } from 'vitest';
import { replay } from './replay.ts';

test(
  'in whatever order and however often batches come, the state is what was written',
  { timeout: 180_000 },
  async () => {
    const result = await replay.run({ count: 12, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ figures: { failed: 0 }, isGood: true });
  },
);
