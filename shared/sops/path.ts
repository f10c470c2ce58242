import type { Answer, AnswerProblem, Answers } from './answer.ts';
import { answerProblem, isAnswered } from './answer.ts';
import type { Rule, RuleTest } from './rule.ts';
import type { Step } from './step.ts';

/** A step as the answers before it have it. */
export interface PathStep {
  readonly step: Step;
  readonly isShown: boolean;
  readonly isRequired: boolean;
  /** What was answered, also at a step that is not shown any more: no answer is lost. */
  readonly answer: Answer | undefined;
  /** Why it is not settled; null where it is, or where it is not shown. */
  readonly problem: AnswerProblem | null;
}

/**
 * The way through a procedure, from its steps in order and the answers so far. A rule reads only steps
 * before its own, and of those only what is answered and shown: an answer behind a door that closed
 * counts as none.
 */
export function pathOf(steps: readonly Step[], answers: Answers): readonly PathStep[] {
  const counted = new Map<string, Answer>();
  return steps.map((step) => {
    const isShown = isStepShown(step.rules, counted);
    const isRequired =
      isShown && (step.isRequired || step.rules.some((rule) => doesHold(rule, 'require', counted)));
    const answer = answers.get(step.id);
    if (isShown && isAnswered(answer)) counted.set(step.id, answer);
    const problem = isShown ? answerProblem(step, answer, isRequired) : null;
    return { step, isShown, isRequired, answer, problem };
  });
}

/** The steps that are shown, in order. */
export const shownOn = (path: readonly PathStep[]): readonly PathStep[] =>
  path.filter(({ isShown }) => isShown);

/** The first step that nobody has been through or that is not settled; null where the run can be finished. */
export const nextOpen = (path: readonly PathStep[]): PathStep | null =>
  path.find(({ isShown, answer, problem }) => isShown && (!answer || problem !== null)) ?? null;

function isStepShown(rules: readonly Rule[], answers: Answers): boolean {
  if (rules.some((rule) => doesHold(rule, 'skip', answers))) return false;
  const shows = rules.filter(({ effect }) => effect === 'show');
  return shows.length === 0 || shows.some((rule) => doesHold(rule, 'show', answers));
}

function doesHold(rule: Rule, effect: Rule['effect'], answers: Answers): boolean {
  if (rule.effect !== effect) return false;
  const passes = (test: RuleTest): boolean => doesPass(test, answers.get(test.stepId));
  return rule.match === 'all' ? rule.tests.every(passes) : rule.tests.some(passes);
}

/** Whether an answer passes a test. Without an answer only `notAnswered` does. */
export function doesPass({ kind, value }: RuleTest, answer: Answer | undefined): boolean {
  if (!answer) return kind === 'notAnswered';
  const given = answer.value;
  switch (kind) {
    case 'answered':
      return true;
    case 'notAnswered':
      return false;
    case 'is':
      return given === value;
    case 'isNot':
      return given !== value;
    case 'atLeast':
      return typeof given === 'number' && typeof value === 'number' && given >= value;
    case 'atMost':
      return typeof given === 'number' && typeof value === 'number' && given <= value;
    case 'onOrAfter':
      return typeof given === 'string' && typeof value === 'string' && given >= value;
    case 'onOrBefore':
      return typeof given === 'string' && typeof value === 'string' && given <= value;
    case 'contains':
      return (
        typeof given === 'string' &&
        typeof value === 'string' &&
        given.toLowerCase().includes(value.toLowerCase())
      );
  }
}
