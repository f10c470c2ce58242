import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from '../../scripts/launch/count-tests.mjs';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

describe('the count of a test run', () => {
  it('adds what passed and failed, and leaves out what was skipped', () => {
    const report = {
      success: false,
      testResults: [
        file('passed', 'passed', 'passed', 'skipped'),
        file('failed', 'passed', 'failed'),
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countVitest({ success: false, testResults: [file('failed')] })).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a file whose tests passed and whose cleaning up failed', () => {
    expect(countVitest({ success: false, testResults: [file('failed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('takes no second chance for a pass', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 3 });
    expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(4);
  });

  it('sums both runners', () => {
    expect(
      sumCounts([
        { passed: 3, failed: 1 },
        { passed: 4, failed: 0 },
      ]),
    ).toEqual({ passed: 7, failed: 1 });
  });
});
