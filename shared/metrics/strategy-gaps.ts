import { nodesOf } from '../plan/cascade.ts';
import type { Cascade, CascadeNode, PriorityNode } from '../plan/cascade.ts';
import type { ThreadPlan } from '../plan/goal-thread.ts';
import { isClosed } from '../plan/intent.ts';
import type { Member } from '../plan/member.ts';
import type { DayFigures } from './overview.ts';
import { isServed } from './strategy.ts';

/** Completed deliverables, and those of them that serve no key result. */
export interface ShareLine {
  readonly id: string;
  readonly count: number;
  readonly withoutCount: number;
}

/** How much of the completed work leads to no key result. */
export interface ShareWithoutKeyResult {
  readonly count: number;
  readonly withoutCount: number;
  /** `withoutCount ÷ count`; null of nothing completed. */
  readonly ratio: number | null;
  /** Most of it first. */
  readonly byMember: readonly ShareLine[];
  /** The outcomes that serve none, most work first. */
  readonly byOutcome: readonly ShareLine[];
}

/** Work serves a key result where its outcome names one that is in the plan, of whichever quarter. */
export function shareWithoutKeyResult(
  rows: readonly DayFigures[],
  plan: Pick<ThreadPlan, 'outcomeById' | 'keyResultById'>,
): ShareWithoutKeyResult {
  const members = new Map<string, ShareLine>();
  const outcomes = new Map<string, ShareLine>();
  let count = 0;
  let withoutCount = 0;
  for (const { memberId, outcomeId, totals } of rows) {
    if (totals.count === 0) continue;
    const outcome = plan.outcomeById.get(outcomeId);
    const isWithout = !outcome || !plan.keyResultById.has(outcome.keyResultId);
    const without = isWithout ? totals.count : 0;
    count += totals.count;
    withoutCount += without;
    addTo(members, memberId, totals.count, without);
    if (isWithout) addTo(outcomes, outcomeId, totals.count, without);
  }
  return {
    count,
    withoutCount,
    ratio: count > 0 ? withoutCount / count : null,
    byMember: mostFirst(members),
    byOutcome: mostFirst(outcomes),
  };
}

/** The priorities of the quarter still wanted that no outcome in use leads to. */
export const prioritiesWithoutOutcome = (cascade: Cascade): readonly PriorityNode[] =>
  cascade.goals
    .flatMap((goal) => goal.children)
    .filter((priority) => !isClosed(priority.item) && !isServed(priority));

/** What is still wanted and has no owner, or one who is not in the team any more. */
export const unownedIn = (
  cascade: Cascade,
  memberById: ReadonlyMap<string, Pick<Member, 'isGone'>>,
): readonly CascadeNode[] =>
  [...nodesOf(cascade)].filter(
    (node) => isWanted(node) && (memberById.get(node.item.ownerId)?.isGone ?? true),
  );

const isWanted = (node: CascadeNode): boolean =>
  node.level === 'outcome' ? !node.item.isArchived : !isClosed(node.item);

function addTo(
  lines: Map<string, ShareLine>,
  id: string,
  count: number,
  withoutCount: number,
): void {
  const held = lines.get(id) ?? { id, count: 0, withoutCount: 0 };
  lines.set(id, {
    id,
    count: held.count + count,
    withoutCount: held.withoutCount + withoutCount,
  });
}

const mostFirst = (lines: ReadonlyMap<string, ShareLine>): readonly ShareLine[] =>
  [...lines.values()].toSorted(
    (a, b) => b.withoutCount - a.withoutCount || b.count - a.count || (a.id < b.id ? -1 : 1),
  );
