import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../electron/sync/batch-tools.ts';
import { seededRandom } from '#shared/random';
import { TestDevice } from '../../electron/sync/parts/test-device.ts';

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
      const mutant = mutate(file, (least, most) => random.whole(least, most));
      const startedMs = performance.now();
      const batch = decodeBatch(mutant, readerTools);
      slowestMs = Math.max(slowestMs, performance.now() - startedMs);
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

/** One to three of: a flipped bit, a cut, an insertion, a repetition, a swap of two stretches. */
function mutate(file: Uint8Array, whole: (least: number, most: number) => number): Uint8Array {
  let bytes = Buffer.from(file);
  for (let left = whole(1, 3); left > 0; left -= 1) {
    const at = whole(0, Math.max(0, bytes.length - 1));
    const length = whole(1, 40);
    const stretch = bytes.subarray(at, at + length);
    switch (whole(0, 5)) {
      case 0:
      case 1:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(0, 7));
        break;
      case 2:
        bytes = Buffer.from(bytes.subarray(0, at));
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), stretch, bytes.subarray(at)]);
        break;
      default:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.alloc(length, whole(0, 255)),
          bytes.subarray(at),
        ]);
    }
  }
  return bytes;
}
