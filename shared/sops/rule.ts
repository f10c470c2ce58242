import type { Json } from '../json.ts';
import { choiceOf, objectsIn, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';

export const RULE_EFFECTS = ['show', 'skip', 'require'] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

export const TEST_KINDS = [
  'answered',
  'notAnswered',
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'onOrAfter',
  'onOrBefore',
  'contains',
] as const;
export type TestKind = (typeof TEST_KINDS)[number];

/** A question about the answer of an earlier step. */
export interface RuleTest {
  readonly stepId: string;
  readonly kind: TestKind;
  /** An option, a word, a number or a `DayKey`; null where the kind needs none. */
  readonly value: string | number | null;
}

/**
 * What earlier answers do to a step. A step with `show` rules is shown where one of them holds; one whose
 * `skip` rule holds is left out whatever else holds; one whose `require` rule holds must be answered.
 */
export interface Rule {
  readonly effect: RuleEffect;
  /** Whether all tests must hold, or one of them. */
  readonly match: 'all' | 'any';
  readonly tests: readonly RuleTest[];
}

export const ruleJson = (rule: Rule): Json => ({
  effect: rule.effect,
  match: rule.match,
  tests: rule.tests.map(({ stepId, kind, value }) => ({ stepId, kind, value })),
});

/** Null for what is no rule: an effect that this version does not know must not hide a step. */
export function ruleFrom(fields: Fields): Rule | null {
  const effect = RULE_EFFECTS.find((each) => each === fields['effect']);
  const tests = objectsIn(fields['tests']).flatMap((test) => testFrom(test) ?? []);
  if (!effect || tests.length === 0) return null;
  return { effect, match: choiceOf(fields, 'match', ['all', 'any'], 'all'), tests };
}

function testFrom(fields: Fields): RuleTest | null {
  const kind = TEST_KINDS.find((each) => each === fields['kind']);
  const stepId = textOf(fields, 'stepId');
  if (!kind || stepId === '') return null;
  const value = fields['value'];
  return {
    stepId,
    kind,
    value: typeof value === 'string' || typeof value === 'number' ? value : null,
  };
}
