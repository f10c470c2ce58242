import { expect, test } from '@playwright/test';
import { sabotage } from '../faults/sabotage.ts';

const HARMS = 12;

test('whatever happens to the window’s database, the next start shows everything again', async () => {
  test.setTimeout(300_000);
  const result = await sabotage.run({ count: HARMS, seed: 1, onProgress: () => undefined });
  expect(result).toMatchObject({ count: HARMS, lost: 0, figures: { different: 0 }, isGood: true });
});
