import { expect, test } from 'vitest';
import { releases } from './releases.ts';

test('what every release wrote opens today with all of it', async () => {
  const result = await releases.run({ count: 1, seed: 1, onProgress: () => undefined });
  expect(result).toMatchObject({ lost: 0, figures: { unopened: 0 }, isGood: true });
});
