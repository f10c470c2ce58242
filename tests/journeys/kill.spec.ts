import { expect, test } from '@playwright/test';
import { kill } from '../faults/kill.ts';

const KILLS = 100;

test('a hundred kills of the whole app while it writes lose nothing that was acknowledged', async () => {
  test.setTimeout(900_000);
  const result = await kill.run({ count: KILLS, seed: 1, onProgress: () => undefined });
  expect(result).toMatchObject({
    count: KILLS,
    lost: 0,
    figures: { chainBreaks: 0 },
    isGood: true,
  });
});
