/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} VitestFile
 * @typedef {{ testResults: readonly VitestFile[], success: boolean }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: readonly unknown[] }} PlaywrightReport
 */

/**
 * Counts of Vitest's JSON report. A file that could not even be loaded has no tests to count: it is one
 * failure.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({ testResults }) {
  const statuses = testResults.flatMap((file) =>
    file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')
      ? [...file.assertionResults.map(({ status }) => status), 'failed']
      : file.assertionResults.map(({ status }) => status),
  );
  return {
    passed: statuses.filter((status) => status === 'passed').length,
    failed: statuses.filter((status) => status === 'failed').length,
  };
}

/**
 * Counts of Playwright's JSON report. One that passed only when it was tried again did not pass.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
});

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export const sumCounts = (counts) => ({
  passed: counts.reduce((sum, each) => sum + each.passed, 0),
  failed: counts.reduce((sum, each) => sum + each.failed, 0),
});
