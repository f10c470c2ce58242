import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import type { BlockedOn } from '../deliverables/deliverable.ts';
import type { Rule, RuleEffect, RuleTest, TestKind } from '../sops/rule.ts';
import type { Step, StepKind } from '../sops/step.ts';

/** Says that a file was written here, and in which form: reading it takes nothing for a guess. */
export const OWN_FORMAT = 'outlog-sop-1';

/**
 * What a step asks for and when it is shown, in words that people read in a Markdown file and that reading
 * it again understands (`imports/sop-settings.ts`). A fixed form, in every language.
 */
export const KIND_WORDS: Readonly<Record<StepKind, string>> = {
  tick: 'tick',
  text: 'text',
  number: 'number',
  choice: 'choice',
  date: 'date',
  file: 'file',
  signOff: 'sign-off',
  link: 'link',
  sop: 'procedure',
  waitFor: 'wait',
};

export const EFFECT_WORDS: Readonly<Record<RuleEffect, string>> = {
  show: 'Shown when',
  skip: 'Left out when',
  require: 'Required when',
};

/** Longer phrases first: `is not` begins like `is`. */
export const TEST_WORDS: readonly (readonly [TestKind, string])[] = [
  ['notAnswered', 'is not answered'],
  ['answered', 'is answered'],
  ['onOrAfter', 'is on or after'],
  ['onOrBefore', 'is on or before'],
  ['atLeast', 'is at least'],
  ['atMost', 'is at most'],
  ['isNot', 'is not'],
  ['is', 'is'],
  ['contains', 'contains'],
];

export const WAIT_WORDS: readonly BlockedOn[] = BLOCKED_ON;

/** A value as it is told from the words around it. */
export const quoted = (value: string | number | null): string =>
  value === null ? 'nothing' : JSON.stringify(value);

/** `all of: step 2 is "Yes"; step 3 is at least 5`. `numberOf` gives a step's number, counted from 1. */
export function rulePhrase(rule: Rule, numberOf: (stepId: string) => number | null): string {
  const tests = rule.tests.map((test) => testPhrase(test, numberOf));
  return tests.length === 1 ? (tests[0] ?? '') : `${rule.match} of: ${tests.join('; ')}`;
}

function testPhrase(
  { stepId, kind, value }: RuleTest,
  numberOf: (stepId: string) => number | null,
): string {
  const words = TEST_WORDS.find(([each]) => each === kind)?.[1] ?? kind;
  const number = numberOf(stepId);
  const step = number === null ? `step ${quoted(stepId)}` : `step ${number}`;
  const isBare = kind === 'answered' || kind === 'notAnswered';
  return isBare && value === null ? `${step} ${words}` : `${step} ${words} ${quoted(value)}`;
}

/** What answers a step, with its limits, options or address. */
export function answerPhrase(step: Step, titleOfSop: (sopId: string) => string): string {
  const word = KIND_WORDS[step.kind];
  switch (step.kind) {
    case 'number':
      return [
        word,
        ...(step.min === null ? [] : [`at least ${step.min}`]),
        ...(step.max === null ? [] : [`at most ${step.max}`]),
      ].join(', ');
    case 'choice':
      return step.options.length === 0 ? word : `${word} of ${step.options.map(quoted).join(', ')}`;
    case 'link':
      return step.url === '' ? word : `${word} ${quoted(step.url)}`;
    case 'sop':
      return step.sopId === ''
        ? word
        : `${word} ${quoted(step.sopId)} (${titleOfSop(step.sopId) || 'untitled'})`;
    case 'waitFor': {
      const least = step.waitMinutes === null ? '' : `, at least ${step.waitMinutes} minutes`;
      return `${word} for ${step.waitOn}${least}`;
    }
    default:
      return word;
  }
}

/** A step with only what its kind asks for: what an earlier kind left behind is not written out. */
export function settledStep(step: Step): Step {
  const { kind } = step;
  return {
    ...step,
    options: kind === 'choice' ? step.options : [],
    min: kind === 'number' ? step.min : null,
    max: kind === 'number' ? step.max : null,
    url: kind === 'link' ? step.url : '',
    sopId: kind === 'sop' ? step.sopId : '',
    waitOn: kind === 'waitFor' ? step.waitOn : 'system',
    waitMinutes: kind === 'waitFor' ? step.waitMinutes : null,
  };
}
