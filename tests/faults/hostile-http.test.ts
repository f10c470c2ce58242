import { expect, test } from 'vitest';
import { hostileHttp } from './hostile-http.ts';

test(
  'whatever a receiver is sent, it stands, and grants what is due and nothing else',
  { timeout: 120_000 },
  async () => {
    const result = await hostileHttp.run({ count: 200, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { crashes: 0, wrong: 0 }, isGood: true });
  },
);
