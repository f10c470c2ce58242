import type { Net, NetRule, NetTest } from './check-net.ts';

/** What is known while only some steps are decided. */
export type Known = boolean | 'open';

/** Looks at one partial run: whether what is sought holds in it. */
export type Goal = (way: Way) => Known;

/** Beyond this many steps looked at, for one question or for all, it is given up rather than waited for. */
const WORK_PER_GOAL = 60_000;
const WORK_IN_ALL = 600_000;
/** Rules that lean on rules that lean on rules: the depth to which they are followed. */
const MOST_DEPTH = 600;

/** Thrown inside the search alone, when the work or the depth is used up. */
class GaveUp extends Error {}

/**
 * A run in which some steps are decided and the others open. What is told of it holds however the open steps are
 * answered; where that cannot be told yet, `waitsFor` is a step that can be decided next.
 */
export class Way {
  readonly net: Net;
  waitsFor = -1;
  private work = 0;
  private workInAll = 0;
  private depth = 0;
  private turn = 1;
  /** The number of the answer at each step; -1 where it is not decided. */
  private readonly chosen: Int32Array;
  private readonly shownAt: Int32Array;
  private readonly shownIs: Known[];
  private readonly shownWaits: Int32Array;

  constructor(net: Net) {
    this.net = net;
    this.chosen = new Int32Array(net.length).fill(-1);
    this.shownAt = new Int32Array(net.length);
    this.shownIs = net.map(() => 'open');
    this.shownWaits = new Int32Array(net.length).fill(-1);
  }

  /** Whether some run has what is sought; null where that was too much work to find out. */
  has(goal: Goal): boolean | null {
    this.work = 0;
    this.depth = 0;
    this.turn += 1;
    this.chosen.fill(-1);
    try {
      return this.search(goal);
    } catch (error) {
      if (error instanceof GaveUp) return null;
      throw error;
    }
  }

  isShown(at: number): Known {
    if (this.shownAt[at] === this.turn) {
      const known = this.shownIs[at] ?? 'open';
      if (known === 'open') this.waitsFor = this.shownWaits[at] ?? -1;
      return known;
    }
    this.work += 1;
    this.workInAll += 1;
    this.depth += 1;
    const isTooMuch = this.work > WORK_PER_GOAL || this.workInAll > WORK_IN_ALL;
    if (isTooMuch || this.depth > MOST_DEPTH) throw new GaveUp();
    const rules = this.net[at]?.rules ?? [];
    const isShown = and(not(this.someHolds(rules, 'skip')), () =>
      rules.some(({ effect }) => effect === 'show') ? this.someHolds(rules, 'show') : true,
    );
    this.depth -= 1;
    this.shownAt[at] = this.turn;
    this.shownIs[at] = isShown;
    this.shownWaits[at] = this.waitsFor;
    return isShown;
  }

  /** Whether one of the rules with that effect holds. */
  someHolds(rules: readonly NetRule[], effect: NetRule['effect']): Known {
    return this.some(rules, (rule) => rule.effect === effect && this.holds(rule));
  }

  holds({ isAll, tests }: NetRule): Known {
    return isAll
      ? not(this.some(tests, (test) => not(this.passes(test))))
      : this.some(tests, (test) => this.passes(test));
  }

  private passes({ at, passes }: NetTest): Known {
    if (at < 0) return passes[0] === true;
    const chosen = this.chosen[at] ?? -1;
    if (chosen >= 0) return passes[chosen] === true;
    const isShown = this.isShown(at);
    if (isShown === false) return passes[0] === true;
    if (isShown === true) this.waitsFor = at;
    return 'open';
  }

  /** The first open one is waited for: the later ones may not be needed. */
  private some<T>(items: readonly T[], look: (item: T) => Known): Known {
    let waitsFor = -1;
    for (const item of items) {
      const known = look(item);
      if (known === true) return true;
      if (known === 'open' && waitsFor < 0) waitsFor = this.waitsFor;
    }
    if (waitsFor < 0) return false;
    this.waitsFor = waitsFor;
    return 'open';
  }

  private search(goal: Goal): boolean {
    const known = goal(this);
    if (known !== 'open') return known;
    let at = this.waitsFor;
    // Whether it may be left open comes first: it may hang on a step that is not decided either.
    let isRequired = this.isRequired(at);
    while (isRequired === 'open') {
      at = this.waitsFor;
      isRequired = this.isRequired(at);
    }
    const count = this.net[at]?.answerCount ?? 0;
    const first = isRequired === true && count > 0 ? 1 : 0;
    for (let answer = first; answer <= count; answer += 1) {
      this.decide(at, answer);
      if (this.search(goal)) return true;
    }
    this.decide(at, -1);
    return false;
  }

  private isRequired(at: number): Known {
    const step = this.net[at];
    if (!step || step.isRequired) return true;
    return this.someHolds(step.rules, 'require');
  }

  private decide(at: number, answer: number): void {
    this.chosen[at] = answer;
    this.turn += 1;
  }
}

export const not = (known: Known): Known => (known === 'open' ? known : !known);

/** Both; the second is looked at in any case but that of a false first, as it may be false for certain. */
export function and(first: Known, second: () => Known): Known {
  if (first === false) return false;
  const other = second();
  return other === true ? first : other;
}
