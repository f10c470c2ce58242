import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../electron/sync/batch-tools.ts';
import { seededRandom } from '#shared/random';
import { TestDevice } from '../../electron/sync/parts/test-device.ts';
import { mutateBytes } from '../../faults/mutate/mutate-bytes.ts';
import { cpuClock } from '../../cpu-time.ts';

const MUTANTS = 4_000;
const SLOWEST_MS = 1_000;

describe('a batch with something wrong in it', () => {
  test.each([12, 700])('of %i changes is refused whole, at once, whatever is wrong', (count) => {
    const device = new TestDevice({ workspace: 'w', member: 'ana', audience: 'm-ana' });
    const file = device.writeMany(count).batch();
    const random = seededRandom(count);
    const tally = new Map<string, number>();
    let slowestMs = 0;
    for (let i = 0; i < MUTANTS; i += 1) {
      const mutant = mutateBytes(file, random);
      const tookMs = cpuClock();
      const batch = decodeBatch(mutant, readerTools);
      slowestMs = Math.max(slowestMs, tookMs());
      const isSame = digest(mutant) === digest(file);
      if (batch.ok !== isSame) expect.fail(`Mutant ${i} was taken.`);
      if (!batch.ok) tally.set(batch.problem, (tally.get(batch.problem) ?? 0) + 1);
    }
    expect(slowestMs).toBeLessThan(SLOWEST_MS);
    // The mutations reach every stage of the reading, not only the first check.
    expect([...tally.keys()].toSorted()).toEqual(
      expect.arrayContaining([
        'batch-damaged',
        'batch-not-outlog',
        'batch-signature',
        'batch-truncated',
      ]),
    );
  });
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
