import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { lastCountedDay } from '#shared/deliverables/oddities';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { FigureScope } from '#shared/metrics/insights/group-by';
import { isInScope, scopeOf } from '#shared/metrics/insights/group-by';
import type { Bucket, DayRange } from '#shared/metrics/period';
import type { TermsBook } from '#shared/metrics/terms';
import { openEntries } from '../../data/deliverables.ts';
import type { Entry } from '../../data/entry.ts';
import { useFigures } from '../../data/insights/figures.ts';
import { useOutages } from '../../data/outages.ts';
import type { Plan } from '../../data/plan.ts';
import { recalledLive } from '../../data/recalled-live.ts';
import { currentTerms } from '../../data/terms.ts';
import type { InsightsChoice } from './insights-params.ts';
import { previousDays } from './previous-days.ts';

export interface InsightsFacts {
  readonly scope: FigureScope;
  readonly figures: Figures;
  readonly previous: Figures | null;
  readonly open: readonly Entry[];
  readonly terms: TermsBook;
  readonly shown: readonly DayRange[];
}

const useAllOpen = recalledLive(async () => await openEntries());

interface Asked {
  readonly choice: InsightsChoice;
  readonly range: DayRange;
  readonly bucket: Bucket;
  readonly today: DayKey;
}

/** The figures of the chosen days and of those before, limited to the filter in memory. Undefined until read. */
export function useInsights(plan: Plan, asked: Asked): InsightsFacts | undefined {
  const { choice, range, bucket, today } = asked;
  const { daysBy, memberIds, outcomeIds, clientIds, keyResultIds } = choice;
  const whole = useFigures({ ...range, bucket, daysBy, countedToDay: lastCountedDay(today) });
  const before = previousDays(choice.kind, range, choice.against, today);
  const wholeBefore = useFigures(before && { ...before, bucket, daysBy });
  const allOpen = useAllOpen();
  const outages = useOutages();
  const filterKey = JSON.stringify([memberIds, outcomeIds, clientIds, keyResultIds]);
  const scope = useMemo(
    () => scopeOf({ memberIds, outcomeIds, clientIds, keyResultIds }, plan),
    // oxlint-disable-next-line react/exhaustive-deps -- the lists are read from the route anew each time
    [filterKey, plan],
  );
  const figures = useMemo(() => whole && within(whole, scope), [whole, scope]);
  const previous = useMemo(
    () => (wholeBefore && wholeBefore.rows.length > 0 ? within(wholeBefore, scope) : null),
    [wholeBefore, scope],
  );
  const open = useMemo(() => allOpen?.filter((entry) => isInScope(scope, entry)), [allOpen, scope]);
  const terms = currentTerms(plan, outages);
  const buckets = whole?.buckets;
  const shown = useMemo(() => begun(buckets ?? [], today), [buckets, today]);
  return figures && open && { scope, figures, previous, open, terms, shown };
}

/** What has not begun says nothing yet: it is drawn where there is nothing else. */
function begun(buckets: readonly DayRange[], today: DayKey): readonly DayRange[] {
  const some = buckets.filter(({ fromDay }) => fromDay <= today);
  return some.length > 0 ? some : buckets;
}

const within = (figures: Figures, scope: FigureScope): Figures =>
  scope.memberIds === null && scope.outcomeIds === null
    ? figures
    : { ...figures, rows: figures.rows.filter((row) => isInScope(scope, row)) };
