import { useMemo } from 'react';
import { addDays, dayIn } from '#shared/day';
import type { TermsBook } from '#shared/metrics/terms';
import { findEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { useOutages } from '../../data/outages.ts';
import { useOpenEntries } from '../../data/open-work.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { currentTerms } from '../../data/terms.ts';
import { useSessionOf } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { useSame } from './use-same.ts';
import type { Viewer } from './work-actions.ts';
import type { WorkItem } from './work-item.ts';
import { awaitsAcceptance, isDoneToday } from './work-item.ts';
import { itemsOf } from './work-items.ts';
import { inOrder } from './work-order.ts';

/** All that the view shows, before anything is filtered out. */
export interface Work {
  readonly plan: Plan;
  readonly viewer: Viewer;
  /** The viewer's own zone. */
  readonly zone: string;
  readonly nowMs: number;
  readonly terms: TermsBook;
  /**
   * Open work, and what was completed lately and waits for a word; of one's own also what was finished
   * today. The most pressing first.
   */
  readonly items: readonly WorkItem[];
}

/** How long completed work waits on the board for somebody to accept it. */
const LATELY_DAYS = 14;
/** Beyond so many nobody accepts one by one. */
const MOST_DONE = 5_000;

/** Everybody's work for a manager, their own for an assistant. Undefined until it is there. */
export function useWork(): Work | undefined {
  const { memberId, seat } = useSessionOf('memberId', 'seat');
  const isManager = seat === 'manager';
  const plan = usePlan();
  const nowMs = useNow();
  const zone = plan?.memberById.get(memberId)?.timeZone ?? 'UTC';
  const today = dayIn(zone, nowMs);
  const fromDay = addDays(today, -LATELY_DAYS);
  const open = useOpenEntries(isManager ? undefined : [memberId]);
  const done = useLive(async () => {
    const members = isManager ? undefined : { memberIds: [memberId] };
    const page = await findEntries({ stages: ['completed'], fromDay, ...members }, MOST_DONE);
    return page.entries.filter(
      (entry) => awaitsAcceptance(entry) || (!isManager && isDoneToday(entry, today)),
    );
  }, [isManager, memberId, fromDay, today]);
  const outages = useOutages();
  const waiting = useSame(done);
  return useMemo(() => {
    if (!plan || !open || !waiting) return undefined;
    const terms = currentTerms(plan, outages);
    const viewer = { memberId, isManager };
    const items = inOrder(itemsOf([...open, ...waiting], plan, terms, nowMs));
    return { plan, viewer, zone, nowMs, terms, items };
  }, [plan, open, waiting, outages, memberId, isManager, zone, nowMs]);
}
