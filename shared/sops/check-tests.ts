import { isDayKey } from '../day.ts';
import type { RuleTest, TestKind } from './rule.ts';
import type { Step, StepKind } from './step.ts';

/** What is wrong with one test of a rule, whatever is answered. */
export type TestProblem =
  /** Its step is not there (any more). */
  | 'reads-missing'
  /** Its step comes later, where nothing is answered yet. */
  | 'reads-later'
  | 'reads-itself'
  /** Answers of that kind cannot be asked this. */
  | 'misfit'
  | 'value-missing'
  /** No valid answer is like that: an option that is not there, a number beyond the limits, no date. */
  | 'value-impossible';

const ANSWERED = ['answered', 'notAnswered'] as const;

const KINDS: Readonly<Record<StepKind, readonly TestKind[]>> = {
  tick: ANSWERED,
  text: [...ANSWERED, 'is', 'isNot', 'contains'],
  number: [...ANSWERED, 'is', 'isNot', 'atLeast', 'atMost'],
  choice: ['is', 'isNot', ...ANSWERED],
  date: [...ANSWERED, 'is', 'isNot', 'onOrAfter', 'onOrBefore'],
  file: ANSWERED,
  signOff: ANSWERED,
  link: ANSWERED,
  sop: ANSWERED,
  waitFor: ANSWERED,
};

/** What the answers of a kind of step can be asked; the most usual first. */
export const testKindsFor = (kind: StepKind): readonly TestKind[] => KINDS[kind];

export const needsValue = (kind: TestKind): boolean =>
  kind !== 'answered' && kind !== 'notAnswered';

/** `indexOf` tells the place of every step; `at` is the place of the step that the test belongs to. */
export function testProblem(
  test: RuleTest,
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number>,
  at: number,
): TestProblem | null {
  const readAt = indexOf.get(test.stepId);
  const read = readAt === undefined ? undefined : steps[readAt];
  if (readAt === undefined || !read) return 'reads-missing';
  if (readAt === at) return 'reads-itself';
  if (readAt > at) return 'reads-later';
  if (!KINDS[read.kind].includes(test.kind)) return 'misfit';
  if (!needsValue(test.kind)) return null;
  if (test.value === null || test.value === '') return 'value-missing';
  return canHaveValue(read, test) ? null : 'value-impossible';
}

function canHaveValue(read: Step, { kind, value }: RuleTest): boolean {
  switch (read.kind) {
    case 'choice':
      return typeof value === 'string' && read.options.includes(value);
    case 'date':
      return typeof value === 'string' && isDayKey(value);
    case 'number': {
      if (typeof value !== 'number') return false;
      const isTooHigh = read.max !== null && value > read.max;
      const isTooLow = read.min !== null && value < read.min;
      if (kind === 'atLeast') return !isTooHigh;
      if (kind === 'atMost') return !isTooLow;
      return !isTooHigh && !isTooLow;
    }
    default:
      return typeof value === 'string';
  }
}
