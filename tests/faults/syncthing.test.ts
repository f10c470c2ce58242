import { expect, test } from 'vitest';
import { ensureSyncthing } from './syncthing-instance.ts';
import { syncthing } from './syncthing.ts';

test.runIf(ensureSyncthing())(
  'a real sync tool between two who write loses nothing, also of what it copies aside',
  { timeout: 180_000 },
  async () => {
    const result = await syncthing.run({ count: 400, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, isGood: true });
    expect(result.figures['conflictCopies']).toBeGreaterThan(0);
  },
);
