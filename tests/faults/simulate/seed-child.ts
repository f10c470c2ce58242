import { answerSeeds } from '../seed-processes.ts';
import { runSeed } from './run-seed.ts';
import { foundTeam } from './team.ts';
import { VirtualTime } from './virtual-time.ts';

const time = new VirtualTime();
time.install();
// A thousand file calls fail for each that matters: how they came about is looked at when a seed is replayed.
Error.stackTraceLimit = 0;
const team = foundTeam(time);
answerSeeds(async (seed) => runSeed(await team, seed, time));
