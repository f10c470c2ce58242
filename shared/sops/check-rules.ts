import type { NetRule, NetStep } from './check-net.ts';
import { netOf } from './check-net.ts';
import { sampleRuns } from './check-samples.ts';
import type { SeenRule } from './check-samples.ts';
import type { Goal, Known } from './check-search.ts';
import { Way, and, not } from './check-search.ts';
import type { Step } from './step.ts';

/** Whether something can be so in any run; null where it could not be decided. */
export type Possible = boolean | null;

export interface RuleVerdict {
  readonly canHold: Possible;
  readonly canFail: Possible;
  /** Whether it can hold where it has something to do: `show` while nothing skips the step, `skip` while the step would be shown, `require` while it is. */
  readonly canMatter: Possible;
}

export interface StepVerdict {
  readonly canBeShown: Possible;
  readonly rules: readonly RuleVerdict[];
}

/**
 * What the rules of each step can do, by `pathOf`, over every run that can get there: answers are valid, and each
 * step before is settled, that is answered where it is shown and required. A step that no valid answer settles (a
 * choice without options) is left unanswered: it is a problem of its own and not one of all that follow.
 *
 * Exact: answers are told apart only as far as rules do, so that finitely many stand for all. Most is seen in a
 * few sample runs, the rest is searched for, over the steps that a rule depends on.
 */
export function judgeRules(
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number> = placesOf(steps),
): readonly StepVerdict[] {
  const net = netOf(steps, indexOf);
  const seen = sampleRuns(net);
  const way = new Way(net);
  return net.map((step, at): StepVerdict => {
    if (step.rules.length === 0) return { canBeShown: true, rules: [] };
    const find = (wasSeen: boolean | undefined, goal: Goal): Possible => {
      if (wasSeen === true) return true;
      const isFound = way.has(goal);
      return isFound === false && !step.isWhole ? null : isFound;
    };
    return {
      canBeShown: find(seen[at]?.isShown, (found) => found.isShown(at)),
      rules: step.rules.map((rule, nth) => judgeRule(step, rule, at, seen[at]?.rules[nth], find)),
    };
  });
}

/** Where each step is. */
export const placesOf = (steps: readonly Step[]): ReadonlyMap<string, number> =>
  new Map(steps.map(({ id }, at) => [id, at]));

const judgeRule = (
  { rules }: NetStep,
  rule: NetRule,
  at: number,
  seen: SeenRule | undefined,
  find: (wasSeen: boolean | undefined, goal: Goal) => Possible,
): RuleVerdict => ({
  canHold: find(seen?.doesHold, (way) => way.holds(rule)),
  canFail: find(seen?.doesFail, (way) => not(way.holds(rule))),
  canMatter: find(seen?.doesMatter, (way) =>
    and(way.holds(rule), () => hasRoom(way, rules, rule, at)),
  ),
});

function hasRoom(way: Way, rules: readonly NetRule[], rule: NetRule, at: number): Known {
  if (rule.effect === 'show') return not(way.someHolds(rules, 'skip'));
  if (rule.effect === 'require') return way.isShown(at);
  const hasShow = rules.some(({ effect }) => effect === 'show');
  return hasShow ? way.someHolds(rules, 'show') : true;
}
