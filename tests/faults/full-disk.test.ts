import { expect, test } from 'vitest';
import { canMount } from '../electron/sync/parts/small-disk.ts';
import { fullDisk } from './full-disk.ts';

test.runIf(canMount)(
  'twelve full disks lose nothing, and the engine goes on by itself',
  { timeout: 60_000 },
  async () => {
    const result = await fullDisk.run({ count: 12, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({
      lost: 0,
      figures: { chainBreaks: 0, otherFailures: 0, notRecovered: 0 },
      isGood: true,
    });
  },
);
