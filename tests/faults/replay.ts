import path from 'node:path';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import type { ReplayResult } from './replay/run-replay.ts';
import { runSeeds } from './seed-processes.ts';

const CHILD = path.join(import.meta.dirname, 'replay/seed-child.ts');

/**
 * A team's batches, overlaps and a twin's branch among them, each brought one to five times in any order:
 * to a real receiver, as files into the folder it keeps, under a conflicted copy's name, and by hand. Who
 * reads the folder and who reads the receiver must end with what was written, whichever way it came.
 */
export const replay: Fault = { defaultCount: 5_000, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  let failed = 0;
  let deliveries = 0;
  let done = 0;
  const note = (result: ReplayResult): void => {
    deliveries += result.deliveries;
    if (new Set(result.hashes).size > 1) {
      failed += 1;
      const [byFolder, byReceiver, written] = result.hashes.map((hash) => hash.slice(0, 12));
      console.error(`replay: seed ${result.seed}: ${byFolder} ${byReceiver}, written ${written}`);
    }
    onProgress((done += 1));
  };
  await runSeeds({ program: CHILD, firstSeed: seed, count, note });
  const isGood = failed === 0 && deliveries > count * 10;
  return { name: 'replay', count, lost: failed, figures: { failed, deliveries }, isGood };
}
