import type { AnswerClasses } from './check-answers.ts';
import { answerClasses } from './check-answers.ts';
import type { Rule, RuleTest } from './rule.ts';
import type { Step } from './step.ts';

/** A test as the checker reads it: which representative of which step passes it. */
export interface NetTest {
  /** The place of the step that it reads; -1 where that is none before its own, and nothing is answered. */
  readonly at: number;
  readonly passes: readonly boolean[];
}

export interface NetRule {
  readonly effect: Rule['effect'];
  readonly isAll: boolean;
  readonly tests: readonly NetTest[];
}

export interface NetStep {
  readonly isRequired: boolean;
  /** Representatives of its answers; 0 where none is valid, as of a choice without options. */
  readonly answerCount: number;
  readonly rules: readonly NetRule[];
  /** Whether all that its rules depend on can be told apart. */
  readonly isWhole: boolean;
}

/** Steps in order and what their rules read, with answers as numbers: 0 is none, then one for each representative. */
export type Net = readonly NetStep[];

/** `indexOf`: the place of each step by its id. */
export function netOf(steps: readonly Step[], indexOf: ReadonlyMap<string, number>): Net {
  const testsOn = readTests(steps, indexOf);
  const classes = steps.map((step, at) => answerClasses(step, testsOn[at] ?? []));
  const passesOf = new Map<RuleTest, readonly boolean[]>();
  for (const [at, tests] of testsOn.entries()) {
    for (const [nth, test] of tests.entries()) {
      passesOf.set(test, classes[at]?.passes[nth] ?? []);
    }
  }
  const net: NetStep[] = [];
  for (const [at, step] of steps.entries()) {
    const rules = step.rules.map((rule) => netRule(rule, at, indexOf, passesOf));
    const isWhole = rules.every(({ tests }) =>
      tests.every((test) => test.at < 0 || isToldApart(net, classes, test.at)),
    );
    const answerCount = classes[at]?.count ?? 0;
    net.push({ isRequired: step.isRequired, answerCount, rules, isWhole });
  }
  return net;
}

const isToldApart = (net: Net, classes: readonly AnswerClasses[], at: number): boolean =>
  classes[at]?.isWhole === true && net[at]?.isWhole === true;

/** By the step they read. What reads no earlier step is left out: it finds no answer. */
function readTests(
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number>,
): readonly (readonly RuleTest[])[] {
  const found: RuleTest[][] = steps.map(() => []);
  for (const [at, step] of steps.entries()) {
    for (const test of step.rules.flatMap(({ tests }) => tests)) {
      const readAt = indexOf.get(test.stepId);
      if (readAt !== undefined && readAt < at) found[readAt]?.push(test);
    }
  }
  return found;
}

const netRule = (
  { effect, match, tests }: Rule,
  at: number,
  indexOf: ReadonlyMap<string, number>,
  passesOf: ReadonlyMap<RuleTest, readonly boolean[]>,
): NetRule => ({
  effect,
  isAll: match === 'all',
  tests: tests.map((test) => {
    const readAt = indexOf.get(test.stepId) ?? -1;
    return readAt >= 0 && readAt < at
      ? { at: readAt, passes: passesOf.get(test) ?? [] }
      : { at: -1, passes: [test.kind === 'notAnswered'] };
  }),
});
