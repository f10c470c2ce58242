import { runSeed } from './run-seed.ts';
import { foundTeam } from './team.ts';
import { VirtualTime } from './virtual-time.ts';

/** Runs the seeds it is sent, one after another, and answers each with what came of it. */
const time = new VirtualTime();
time.install();
// A thousand file calls fail for each that matters: how they came about is looked at when a seed is replayed.
Error.stackTraceLimit = 0;
const team = foundTeam(time);

process.on('message', (seed: number) => {
  void team
    .then((founded) => runSeed(founded, seed, time))
    .then((result) => process.send?.(result))
    .catch((error: unknown) => {
      console.error(`seed ${seed}:`, error);
      process.exitCode = 1;
      process.disconnect();
    });
});
process.send?.('ready');
