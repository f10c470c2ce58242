import type { Json } from '#shared/json';
import type { Answer } from '#shared/sops/answer';
import { pathOf } from '#shared/sops/path';
import type { PathStep } from '#shared/sops/path';
import type { Rule } from '#shared/sops/rule';
import type { Step } from '#shared/sops/step';

/** What came up at one step in any run at all. */
export interface Happened {
  isShown: boolean;
  readonly rules: { holds: boolean; fails: boolean; matters: boolean }[];
}

/**
 * Every combination of the answers in `answersOf`, through `pathOf`: what happens at each step once the steps
 * before it are settled. Whether a rule holds is asked of a step that has that rule alone.
 */
export function bruteForce(
  steps: readonly Step[],
  answersOf: (step: Step) => readonly Json[],
): readonly Happened[] {
  const happened = steps.map((step): Happened => ({
    isShown: false,
    rules: step.rules.map(() => ({ holds: false, fails: false, matters: false })),
  }));
  const read = new Set(steps.flatMap(({ rules }) => rules.flatMap(testedIn)));
  const visit = (at: number, answers: ReadonlyMap<string, Answer>): void => {
    const step = steps[at];
    if (!step) return;
    note(steps.slice(0, at + 1), answers, happened[at]);
    const valid = answersOf(step).filter((value) => isSettled(step, value));
    const told = read.has(step.id) ? valid : valid.slice(0, 1);
    for (const value of [null, ...told]) {
      const given: Answer = { value, atMs: 1, isSkipped: value === null, waitingSinceMs: null };
      const next = new Map([...answers, [step.id, given]]);
      const last = pathOf(steps.slice(0, at + 1), next).at(-1);
      if (last && (last.problem === null || told.length === 0)) visit(at + 1, next);
    }
  };
  visit(0, new Map());
  return happened;
}

const testedIn = ({ tests }: Rule): readonly string[] => tests.map(({ stepId }) => stepId);

const isSettled = (step: Step, value: Json): boolean => {
  const given: Answer = { value, atMs: 1, isSkipped: false, waitingSinceMs: null };
  const alone = { ...step, rules: [], isRequired: true };
  return pathOf([alone], new Map([[step.id, given]]))[0]?.problem === null;
};

function note(
  steps: readonly Step[],
  answers: ReadonlyMap<string, Answer>,
  happened: Happened | undefined,
): void {
  const step = steps.at(-1);
  if (!step || !happened) return;
  const before = steps.slice(0, -1);
  const withRules = (rules: readonly Rule[]): PathStep | undefined =>
    pathOf([...before, { ...step, isRequired: false, rules }], answers).at(-1);
  const holds = (rule: Rule): boolean => withRules([{ ...rule, effect: 'show' }])?.isShown === true;
  if (withRules(step.rules)?.isShown === true) happened.isShown = true;
  for (const [nth, rule] of step.rules.entries()) {
    const own = happened.rules[nth];
    if (!own) continue;
    const others = step.rules.filter(({ effect }) => effect !== 'require');
    const room =
      rule.effect === 'show'
        ? others.filter(({ effect }) => effect === 'skip')
        : rule.effect === 'skip'
          ? others.filter(({ effect }) => effect === 'show')
          : others;
    if (!holds(rule)) own.fails = true;
    else {
      own.holds = true;
      if (withRules(room)?.isShown === true) own.matters = true;
    }
  }
}
