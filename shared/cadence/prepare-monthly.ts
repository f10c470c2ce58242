import { attainmentOf } from '../metrics/attainment.ts';
import { overviewLines } from '../metrics/overview.ts';
import { bucketsOf } from '../metrics/period.ts';
import type { DayRange } from '../metrics/period.ts';
import { fitMonthly } from './fit-figures.ts';
import { changesOf, headlineOf, outputOf, stretchesOf } from './prepare-figures.ts';
import type { FiguresSource } from './prepare-figures.ts';
import { lateWork, stuckWork } from './prepare-work.ts';
import type { WorkSource } from './prepare-work.ts';
import { actionFigure, suggestionFigure, versionsIn } from './prepare-words.ts';
import type { WordsSource } from './prepare-words.ts';
import type { MonthlyFigures, StepFigure } from './review-figures.ts';

/** What a member's monthly review is prepared from: that member's roll-ups, work and words alone. */
export interface MonthlySource extends FiguresSource, WorkSource, WordsSource {
  readonly memberId: string;
  readonly currency: string;
  /** The days shown week by week beside the month, from a Monday on: it and the months before. */
  readonly history: DayRange;
  /** Why work that was completed in the month came back, once for each time. */
  readonly returnReasons: readonly string[];
  /** Null where no check-ins were asked for. */
  readonly checkIns: { readonly sentCount: number; readonly owedCount: number } | null;
}

/** A member's month: how it went, what moved, what came back, and what they said of how the work is done. */
export function prepareMonthly(source: MonthlySource): MonthlyFigures {
  const { range, before, memberId, names, suggestions, actions } = source;
  const outcomeById = new Map(source.outcomes.map((outcome) => [outcome.id, outcome]));
  const stretches = stretchesOf(source);
  return fitMonthly({
    kind: 'monthly',
    ...range,
    before,
    asOfMs: source.nowMs,
    currency: source.currency,
    memberId,
    member: names.member(memberId),
    headline: headlineOf(stretches),
    output: outputOf(stretches, outcomeById),
    changes: changesOf(stretches, outcomeById, (kind, id) => names[kind](id)),
    versions: versionsIn(source, range),
    stuck: stuckWork(source),
    late: lateWork(source),
    weeks: weeksOf(source),
    returned: reasonCounts(source.returnReasons),
    checkIns: source.checkIns,
    suggestions: suggestions.map((each) => suggestionFigure(each, source)),
    actions: actions.map((each) => actionFigure(each, source)),
    leftOut: {},
  });
}

/** Those before anything was asked for, and those that lie in the days to come, are left out. */
function weeksOf(source: MonthlySource): readonly StepFigure[] {
  const weeks = bucketsOf(source.history, 'week')
    .filter(({ fromDay }) => fromDay <= source.today)
    .map(({ fromDay, toDay }): StepFigure => {
      const lines = overviewLines({ ...source, range: { fromDay, toDay }, open: [] });
      return {
        fromDay,
        toDay,
        ratio: attainmentOf(lines)?.ratio ?? null,
        quantity: lines.reduce((sum, { completed }) => sum + completed.quantity, 0),
        count: lines.reduce((sum, { completed }) => sum + completed.count, 0),
      };
    });
  return weeks.slice(weeks.findIndex(({ ratio, count }) => ratio !== null || count > 0));
}

/** The most frequent first. */
function reasonCounts(reasons: readonly string[]): MonthlyFigures['returned'] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}
