import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { runTool } from '../setup/run.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { countPlaywright, countVitest, sumCounts } from './count-tests.mjs';
import { prepareElectron } from './electron-environment.mjs';

/** @typedef {import('./count-tests.mjs').Counts} Counts */

const JOURNEYS = 'tests/journeys';

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @param {number} status the runner's exit code
 * @returns {Promise<Counts>}
 */
async function readCounts(file, count, status) {
  const text = await readFile(file, 'utf8').catch(() => null);
  // A runner that died before its report is a failure that no report can count.
  if (text === null) return { passed: 0, failed: 1 };
  const counts = count(JSON.parse(text));
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Vitest's tests, then the journeys in the real app on a virtual display. Paths choose: those below
 * tests/journeys are journeys, all others Vitest's; no paths, everything.
 * @param {readonly string[]} paths
 * @returns {Promise<Counts>}
 */
export async function runTests(paths) {
  const journeys = paths.filter((file) => file.startsWith(JOURNEYS));
  const units = paths.filter((file) => !file.startsWith(JOURNEYS));
  const isUnitRun = units.length > 0 || paths.length === 0;
  const isJourneyRun = journeys.length > 0 || paths.length === 0;
  await ensureDependencies();
  const reports = await mkdtemp(path.join(os.tmpdir(), 'outlog-reports-'));
  try {
    /** @type {Counts[]} */
    const counts = [];
    if (isUnitRun) {
      const file = path.join(reports, 'vitest.json');
      const { status } = await runTool('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...units,
      ]);
      counts.push(await readCounts(file, countVitest, status));
    }
    if (isJourneyRun) {
      const { env } = await prepareElectron({ display: 'virtual' });
      await buildIfStale();
      const file = path.join(reports, 'playwright.json');
      const { status } = await runTool(
        '@playwright/test/cli.js',
        ['test', '--reporter=list,json', ...journeys],
        { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
      );
      counts.push(await readCounts(file, countPlaywright, status));
    }
    return sumCounts(counts);
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

/**
 * The last line of a test run; nothing run is no success.
 * @param {Counts} counts
 * @returns {number} the exit code
 */
export function reportCounts({ passed, failed }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
