import { addDays } from '#shared/day';
import { pressureOn } from '#shared/deliverables/pressure';
import type { TermsBook } from '#shared/metrics/terms';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import type { WorkItem } from './work-item.ts';
import { workItem } from './work-item.ts';

interface Made {
  readonly plan: Plan;
  readonly nowMs: number;
  readonly item: WorkItem;
}

/** What was made of an entry holds until the minute or the plan is another; an entry changes by being another. */
const made = new WeakMap<Entry, Made>();

/** Entries as the view shows them; of tens of thousands, only those that changed are made anew. */
export function itemsOf(
  entries: readonly Entry[],
  plan: Plan,
  terms: TermsBook,
  nowMs: number,
): readonly WorkItem[] {
  const openIds = new Set(
    entries.flatMap(({ id, completedAtMs }) => (completedAtMs === null ? [id] : [])),
  );
  const doneAt = ({ id }: { readonly id: string }) => (openIds.has(id) ? null : undefined);
  const dayEndOf = dayEnds(terms, nowMs);
  return entries.map((entry) => {
    const held = made.get(entry);
    // What other work it needs can be done while it stays as it is.
    const isHeld = held && held.plan === plan && held.nowMs === nowMs && entry.needs.length === 0;
    if (isHeld) return held.item;
    const item = makeItem(entry);
    made.set(entry, { plan, nowMs, item });
    return item;
  });

  function makeItem(entry: Entry): WorkItem {
    const outcome = plan.outcomeById.get(entry.outcomeId);
    const member = plan.memberById.get(entry.memberId);
    const { clock, slasAt } = terms.of(entry.memberId, entry.outcomeId);
    const slas = entry.requestedAtMs === null ? [] : slasAt(entry.requestedAtMs);
    return workItem(entry, {
      title: workTitle(entry, outcome?.unit ?? t('log.items')),
      outcomeName: outcome?.name ?? '',
      memberName: member?.name ?? '',
      isUnowned: isUnowned(outcome, member, plan),
      pressure: pressureOn(entry, { clock, slas, usualWorkMs: null }, dayEndOf(entry), nowMs),
      doneAt,
    });
  }
}

/** When the work day ends that is now, for whom a piece of work is. */
function dayEnds(terms: TermsBook, nowMs: number): (entry: Entry) => number {
  const ends = new Map<string, number>();
  return ({ memberId, outcomeId }) => {
    const held = ends.get(memberId);
    if (held !== undefined) return held;
    const { days } = terms.of(memberId, outcomeId);
    const endMs = days.startOf(addDays(days.dayAt(nowMs), 1));
    ends.set(memberId, endMs);
    return endMs;
  };
}

/** Whose outcome nobody answers for any more, or whose worker has left, will not be done by itself. */
function isUnowned(outcome: Outcome | undefined, member: Member | undefined, plan: Plan): boolean {
  if (!member || member.isGone || !outcome || outcome.isArchived) return true;
  const owner = plan.memberById.get(outcome.ownerId);
  return !owner || owner.isGone;
}
