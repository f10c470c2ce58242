import path from 'node:path';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { runSeeds } from './seed-processes.ts';
import type { SeedResult } from './simulate/run-seed.ts';

const CHILD = path.join(import.meta.dirname, 'simulate/seed-child.ts');

/**
 * Seven devices of one team, simulated whole: the real engine on disks in memory that lose what was not
 * flushed, a sync tool between them that does everything sync tools do, clocks wrong by up to ten years,
 * restored copies and twins, and a death at any file call. After 500 steps the weather clears, and then
 * everybody who may read something must hold the same of it. `count` seeds from `seed` on; one that fails
 * is told with its last steps and runs again by `--seed N --count 1`.
 */
export const simulate: Fault = { defaultCount: 10_000, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const tally = { failed: 0, lost: 0, saved: 0, crashes: 0, forks: 0 };
  let done = 0;
  const note = (result: SeedResult): void => {
    tally.saved += result.savedCount;
    tally.crashes += result.crashCount;
    tally.forks += result.forkCount;
    tally.lost += result.problems.filter((problem) => problem.includes(' lost ')).length;
    if (result.problems.length > 0) {
      tally.failed += 1;
      console.error(storyOf(result));
    }
    onProgress((done += 1));
  };
  await runSeeds({ program: CHILD, firstSeed: seed, count, note });
  const { lost, ...figures } = tally;
  const isGood = figures.failed === 0 && figures.saved > count && figures.crashes > count;
  return { name: 'simulate', count, lost, figures, isGood };
}

const storyOf = ({ seed, problems, lastSteps }: SeedResult): string =>
  [
    `simulate: seed ${seed} failed, replay with --seed ${seed} --count 1`,
    ...problems.map((problem) => `  ${problem}`),
    ' its last steps:',
    ...lastSteps.map((step) => `  ${step}`),
  ].join('\n');
