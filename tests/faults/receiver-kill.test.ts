import { expect, test } from 'vitest';
import { receiverKill } from './receiver-kill.ts';

test(
  'a receiver that is killed in mid-request loses nothing that it answered for',
  { timeout: 120_000 },
  async () => {
    const result = await receiverKill.run({ count: 4, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { changedReceipts: 0 }, isGood: true });
  },
);
