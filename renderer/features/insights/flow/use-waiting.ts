import { useMemo } from 'react';
import type { HoldUp } from '#shared/metrics/insights/chain';
import { holdUps } from '#shared/metrics/insights/chain';
import type { WaitGroup, WaitingItem } from '#shared/metrics/insights/bottlenecks';
import { waitGroups, waitingWork } from '#shared/metrics/insights/bottlenecks';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Entry } from '../../../data/entry.ts';
import { useOpenEntries } from '../../../data/open-work.ts';
import type { FlowScope } from './flow-scope.ts';

export interface Waiting {
  readonly items: readonly WaitingItem<Entry>[];
  readonly groups: readonly WaitGroup<Entry>[];
  /** Everybody's open work: a chain leads to whoever it leads to, whatever is filtered. */
  readonly openById: ReadonlyMap<string, Entry>;
  /** What is at the end of chains of needs, the one with most behind it first. */
  readonly holdUps: readonly HoldUp[];
}

/** What cannot go on now, for whom it waits and what that costs. */
export function useWaiting(
  { terms, nowMs }: FlowScope,
  figures: Figures,
  open: readonly Entry[],
): Waiting | undefined {
  const everything = useOpenEntries();
  const meanValueOf = useMemo(() => meanValues(figures), [figures]);
  const needed = useMemo(() => {
    if (!everything) return undefined;
    const openById = new Map(everything.map((entry) => [entry.id, entry]));
    return { openById, holdUps: holdUps(openById) };
  }, [everything]);
  return useMemo(() => {
    if (!needed) return undefined;
    const items = waitingWork({ open, openById: needed.openById, terms, meanValueOf, nowMs });
    return { items, groups: waitGroups(items), ...needed };
  }, [needed, open, terms, meanValueOf, nowMs]);
}

/** What a completed deliverable of an outcome was worth on average in the days shown. */
function meanValues({ rows }: Figures): (outcomeId: string) => number | null {
  const sums = new Map<string, { valueMinor: number; count: number }>();
  for (const { outcomeId, totals } of rows) {
    const sum = sums.get(outcomeId) ?? { valueMinor: 0, count: 0 };
    sum.valueMinor += totals.amounts.valueMinor;
    sum.count += totals.amounts.count;
    sums.set(outcomeId, sum);
  }
  return (outcomeId) => {
    const sum = sums.get(outcomeId);
    return sum && sum.count > 0 && sum.valueMinor > 0 ? sum.valueMinor / sum.count : null;
  };
}
