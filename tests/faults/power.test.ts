import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canMountImages } from './power-disk.ts';
import { power } from './power.ts';

const directory = mkdtempSync(path.join(os.tmpdir(), 'outlog-power-test-'));
const canMount = canMountImages(directory);
rmSync(directory, { recursive: true, force: true });

test.runIf(canMount)(
  'five power cuts lose nothing that was called saved or sent, and much that nobody flushed',
  { timeout: 120_000 },
  async () => {
    const result = await power.run({ count: 5, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({ lost: 0, figures: { chainBreaks: 0, lostSent: 0 } });
    expect(result.figures['unflushedLost']).toBeGreaterThan(0);
    expect(result.isGood).toBe(true);
  },
);
