import type { Team } from './team.ts';
import { judge } from './verdict.ts';
import type { VirtualTime } from './virtual-time.ts';
import { World } from './world.ts';

const STEPS = 500;
/** Every round brings everything one step on; a stream that waits for another takes a few. */
const MOST_ROUNDS = 12;
const SHOWN_STEPS = 25;

export interface SeedResult {
  readonly seed: number;
  readonly savedCount: number;
  readonly forkCount: number;
  readonly crashCount: number;
  /** Nothing where the run is good. */
  readonly problems: readonly string[];
  readonly lastSteps: readonly string[];
}

/** One seed from the first step to the verdict. */
export async function runSeed(team: Team, seed: number, time: VirtualTime): Promise<SeedResult> {
  const world = new World(team, seed, time);
  await world.run(STEPS);
  await world.heal();
  let before = '';
  let isQuiet = false;
  for (let round = 0; round < MOST_ROUNDS && !isQuiet; round += 1) {
    const after = await world.sync();
    isQuiet = after === before;
    before = after;
  }
  const { problems, forkCount } = await judge(world, time);
  for (const device of world.devices) await device.close();
  const savedCount = world.devices.reduce((sum, { saved }) => sum + saved.length, 0);
  return {
    seed,
    savedCount,
    forkCount,
    crashCount: world.crashCount,
    problems: isQuiet ? problems : ['it does not come to rest', ...problems],
    lastSteps: world.story.slice(-SHOWN_STEPS),
  };
}
