import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Random, seededRandom } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { hostileHttp } from './hostile-http.ts';
import { MutationBench } from './mutate/mutation-bench.ts';

/** A workspace of its own for so many, so that the first and the last meet the same work. */
const MUTANTS_A_WORKSPACE = 250;
const SLOWEST_MS = 1_000;
/** A receiver meets hostile requests in the same run, a tenth as many. */
const BATCHES_A_REQUEST = 10;

/**
 * Batches with something wrong in them, by the road a batch takes: into the engine, out of it, and through
 * the window's merge. A third are damaged bytes, a third are signed by a member's own key over damaged
 * lines, a third are sound in form and hostile in what they say. Nothing may crash, nothing may be taken in
 * half, nothing may take longer than a second. Hostile requests to a receiver go with them.
 */
export const mutate: Fault = { defaultCount: 10_000, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'outlog-mutate-'));
  const random = seededRandom(`mutate/${seed}`);
  const tally = { crashes: 0, partial: 0, slow: 0, accepted: 0, refused: 0 };
  let slowestMs = 0;
  let done = 0;
  try {
    while (done < count) {
      const bench = await MutationBench.open(path.join(root, `w${done}`), random);
      const until = Math.min(count, done + MUTANTS_A_WORKSPACE);
      for (; done < until; done += 1) {
        const startedMs = performance.now();
        await tryOne(bench, random, done, tally);
        const tookMs = performance.now() - startedMs;
        slowestMs = Math.max(slowestMs, tookMs);
        if (tookMs > SLOWEST_MS) tally.slow += 1;
        onProgress(done + 1);
      }
      await bench.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const requests = Math.ceil(count / BATCHES_A_REQUEST);
  const http = await hostileHttp.run({ count: requests, seed, onProgress: () => undefined });
  const { partial, slow, accepted, refused } = tally;
  const crashes = tally.crashes + (http.figures['crashes'] ?? 0);
  const wrong = http.figures['wrong'] ?? 0;
  const isGood = crashes + partial + slow === 0 && accepted > 0 && refused > 0 && http.isGood;
  const told = { accepted, refused, slowestMs: Math.round(slowestMs), requests };
  const figures = { crashes, partial, slow, wrong, ...told };
  return { name: 'mutate', count, lost: http.lost, figures, isGood };
}

async function tryOne(
  bench: MutationBench,
  random: Random,
  which: number,
  tally: { crashes: number; partial: number; accepted: number; refused: number },
): Promise<void> {
  try {
    const outcome = await bench.take(bench.mutant(which, random));
    tally[outcome] += 1;
  } catch (error) {
    console.error(`mutate: mutant ${which}:`, error);
    tally.crashes += 1;
  }
}
