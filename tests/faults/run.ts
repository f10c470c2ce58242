// Before anything that brings Dexie, which looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import type { Fault, FaultResult } from './fault.ts';
import { evidenceCalls } from './evidence-calls.ts';
import { fileCalls } from './file-calls.ts';
import { fullDisk } from './full-disk.ts';
import { fullDiskApp } from './full-disk-app.ts';
import { hostileHttp } from './hostile-http.ts';
import { http } from './http.ts';
import { kill } from './kill.ts';
import { killAppend } from './kill-append.ts';
import { mutate } from './mutate.ts';
import { power } from './power.ts';
import { receiverKill } from './receiver-kill.ts';
import { releases } from './releases.ts';
import { replay } from './replay.ts';
import { sabotage } from './sabotage.ts';
import { simulate } from './simulate.ts';
import { syncthing } from './syncthing.ts';

const FAULTS: Readonly<Record<string, Fault>> = {
  kill,
  'kill-append': killAppend,
  power,
  'receiver-kill': receiverKill,
  syncthing,
  'full-disk': fullDisk,
  'full-disk-app': fullDiskApp,
  'file-calls': fileCalls,
  evidence: evidenceCalls,
  simulate,
  replay,
  sabotage,
  mutate,
  releases,
  'hostile-http': hostileHttp,
  http,
};

const DEFAULT_SEED = 1;

/** `npm run faults -- NAME [--count N] [--seed N] [--json]`; without a name, every fault. */
async function run(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json');
  const names = args.filter((arg, at) => !arg.startsWith('--') && !isOptionValue(args, at));
  const unknown = names.find((name) => !(name in FAULTS));
  const count = optionOf(args, '--count');
  const seed = optionOf(args, '--seed') ?? DEFAULT_SEED;
  if (unknown !== undefined || Number.isNaN(count) || Number.isNaN(seed)) {
    console.error(
      `usage: faults [${Object.keys(FAULTS).join('|')}] [--count N] [--seed N] [--json]`,
    );
    return 2;
  }
  let areGood = true;
  for (const [name, fault] of Object.entries(FAULTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const result = await fault.run({
      count: count ?? fault.defaultCount,
      seed,
      onProgress: (done) => {
        if (!isJson && done % 10 === 0) console.error(`${name}: ${done}`);
      },
    });
    console.log(isJson ? resultLine(result) : resultWords(result));
    areGood = areGood && result.isGood;
  }
  return areGood ? 0 : 1;
}

const isOptionValue = (args: readonly string[], at: number): boolean =>
  ['--count', '--seed'].includes(args[at - 1] ?? '');

/** Null where the option is not given, NaN where it is no whole number above 0. */
function optionOf(args: readonly string[], name: string): number | null {
  const at = args.indexOf(name);
  if (at < 0) return null;
  const number = Number(args[at + 1]);
  return Number.isInteger(number) && number > 0 ? number : Number.NaN;
}

const resultLine = ({ name, count, lost, figures }: FaultResult): string =>
  JSON.stringify({ name, count, lost, ...figures });

const resultWords = ({ name, count, lost, figures, isGood }: FaultResult): string =>
  [
    `${name}: ${isGood ? 'ok' : 'FAILED'}, ${count} times, ${lost} lost`,
    ...Object.entries(figures).map(([figure, value]) => `${figure} ${value}`),
  ].join(', ');

process.exitCode = await run(process.argv.slice(2));
