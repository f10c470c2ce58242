import { describe, expect, test } from 'vitest';
import { intentProblems, isPlanQuarter } from '#shared/plan/intent-problems';
import type { IntentDraft } from '#shared/plan/intent-problems';

const draft: IntentDraft = { name: 'Fast answers', startsOn: '', endsOn: '', quarter: '2026-Q4' };
const accuracy = { kind: 'measure', measure: 'accuracy', outcomeIds: [] } as const;

test('a level with a name and nothing odd is fine', () => {
  expect(intentProblems('priority', draft)).toEqual({});
  expect(intentProblems('keyResult', { ...draft, start: 46, target: 23 })).toEqual({});
});

describe('what is refused', () => {
  test.each([
    [{ name: '  ' }, { name: 'name-missing' }],
    [{ startsOn: '1899-12-31' }, { startsOn: 'day-beyond-limits' }],
    [{ endsOn: '2200-01-01' }, { endsOn: 'day-beyond-limits' }],
    [{ startsOn: '2026-10-02', endsOn: '2026-10-01' }, { endsOn: 'ends-before-start' }],
    [{ quarter: '2026-Q5' }, { quarter: 'quarter-unreadable' }],
    [{ quarter: '1750-Q1' }, { quarter: 'quarter-unreadable' }],
  ] as const)('%j', (part, problems) => {
    expect(intentProblems('priority', { ...draft, ...part })).toEqual(problems);
  });

  test.each([
    [{ start: 5, target: 5 }, 'target-is-start'],
    [{ start: null, target: 0 }, 'target-zero'],
    [{ start: null, target: 0, source: accuracy }, 'target-not-positive'],
    [{ start: null, target: 1.2, source: accuracy }, 'target-beyond-whole'],
  ] as const)('as a target: %j', (part, problem) => {
    expect(intentProblems('keyResult', { ...draft, ...part })).toEqual({ target: problem });
  });
});

test('none left is a target where it is told how many there were', () => {
  expect(intentProblems('keyResult', { ...draft, start: 12, target: 0 })).toEqual({});
});

test.each([
  ['1900-Q1', true],
  ['2199-Q4', true],
  ['2200-Q1', false],
  ['2026-Q0', false],
  ['Q4 2026', false],
])('%s can be planned: %s', (quarter, isFine) => {
  expect(isPlanQuarter(quarter)).toBe(isFine);
});
