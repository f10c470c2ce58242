import os from 'node:os';
import { reportCounts, runTests } from './launch/run-tests.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runTool } from './setup/run.mjs';
import { runCommand } from './setup/say.mjs';

const ROOMS = ['shared', 'electron', 'renderer', 'scripts', 'tests'];

/** @type {readonly { name: string, script: string, args: readonly string[] }[]} */
const CHECKS = [
  { name: 'format', script: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { name: 'lint', script: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  ...ROOMS.map((room) => ({
    name: `types in ${room}`,
    script: 'typescript/bin/tsc',
    args: ['-p', room],
  })),
  { name: 'dead code', script: 'knip/bin/knip.js', args: ['--treat-config-hints-as-errors'] },
];

/** @param {(typeof CHECKS)[number]} check */
async function runCheck({ name, script, args }) {
  const startedMs = Date.now();
  const { status, stdout, stderr } = await runTool(script, args, { show: 'nothing' });
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
  return status === 0;
}

/** Runs the checks, as many at once as there are cores. */
async function runChecks() {
  const waiting = [...CHECKS];
  let areAllOk = true;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      areAllOk = (await runCheck(check)) && areAllOk;
    }
  };
  await Promise.all(os.cpus().map(work));
  return areAllOk;
}

await runCommand(async () => {
  await ensureDependencies();
  const isClean = await runChecks();
  const status = reportCounts(await runTests([]));
  return isClean ? status : 1;
});
