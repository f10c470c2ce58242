import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';

export interface SeedRuns<Result> {
  /** A program that says `ready`, and then answers each number it is sent with a result. */
  readonly program: string;
  readonly firstSeed: number;
  readonly count: number;
  readonly note: (result: Result) => void;
}

/** Runs seeds in as many processes as there are processors, each the next one that nobody has. */
export async function runSeeds<Result>(runs: SeedRuns<Result>): Promise<void> {
  const { firstSeed, count } = runs;
  let next = firstSeed;
  const take = (): number | null => (next < firstSeed + count ? next++ : null);
  const workers = Math.min(count, os.availableParallelism());
  await Promise.all(Array.from({ length: workers }, () => work(runs, take)));
}

async function work<Result>(
  { program, note }: SeedRuns<Result>,
  take: () => number | null,
): Promise<void> {
  // Much is made and dropped: with room for it, less is carried about.
  const child = fork(program, { execArgv: ['--max-semi-space-size=64', '--import', 'tsx'] });
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: Result | 'ready') => {
      if (message !== 'ready') note(message);
      giveNext(child, take());
    });
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A process of the fault ended with ${code}.`));
    });
  });
}

function giveNext(child: ChildProcess, seed: number | null): void {
  if (seed === null) child.disconnect();
  else child.send(seed);
}

/** The other side: answers every seed it is sent with what `run` makes of it. */
export function answerSeeds<Result extends object>(run: (seed: number) => Promise<Result>): void {
  process.on('message', (seed: number) => {
    run(seed)
      .then((result) => process.send?.(result))
      .catch((error: unknown) => {
        console.error(`seed ${seed}:`, error);
        process.exitCode = 1;
        process.disconnect();
      });
  });
  process.send?.('ready');
}
