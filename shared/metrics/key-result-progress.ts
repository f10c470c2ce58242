import type { DayKey } from '../day.ts';
import type { KeyResultNode } from '../plan/cascade.ts';
import type { KeyResult } from '../plan/key-result.ts';
import { usualDirection, usualMeasure } from '../plan/measure-kinds.ts';
import type { Measure, MeasureKind, Outcome } from '../plan/outcome.ts';
import type { OpenSla } from './compliance.ts';
import { readMeasure } from './measures.ts';
import type { DayRange } from './period.ts';
import { elapsedRatio, paceAgainst } from './quarter-pace.ts';
import type { StrategyPace } from './quarter-pace.ts';
import type { DayTotals } from './rollup.ts';
import { sumTotals } from './sum-totals.ts';

/** How far something has come. Null is unknown, which is not 0. */
export interface Progress {
  /** The share of the way from start to target, 0–1. */
  readonly ratio: number | null;
  /** Where it should stand by now; null where `ratio` is. */
  readonly expectedRatio: number | null;
  readonly pace: StrategyPace | null;
  /** Of how many below it the progress is known, and how many there are. */
  readonly measuredCount: number;
  readonly totalCount: number;
}

export interface KeyResultProgress extends Progress {
  /** In the unit of the key result's target. */
  readonly value: number | null;
  /** How many logged pieces of work stand behind the value; null where it was told by hand. */
  readonly n: number | null;
}

/** What a quarter's progress is read from. */
export interface StrategyFacts {
  readonly days: DayRange;
  readonly today: DayKey;
  /** What was completed in those days, by outcome. */
  readonly totals: ReadonlyMap<string, DayTotals>;
  /** What of the open work of these outcomes is overdue now; left out where the quarter is over. */
  readonly overdueOf?: ((outcomeIds: ReadonlySet<string>) => OpenSla) | undefined;
}

/** Sums that grow from the quarter's start; every other measure is a level that can be had on any day. */
const GROWING: ReadonlySet<MeasureKind> = new Set(['quantity', 'value']);

/** The value now, the way it has come and how that stands against the days gone by. */
export function keyResultProgress(node: KeyResultNode, facts: StrategyFacts): KeyResultProgress {
  const { item } = node;
  const { value, n } = valueOf(node, facts);
  const ratio = progressRatio(item, value);
  if (ratio === null) {
    return { value, n, ratio, expectedRatio: null, pace: null, measuredCount: 0, totalCount: 1 };
  }
  const expectedRatio = isAskedAtOnce(item) ? 1 : elapsedRatio(daysOf(item, facts), facts.today);
  const pace = paceAgainst(ratio, expectedRatio);
  return { value, n, ratio, expectedRatio, pace, measuredCount: 1, totalCount: 1 };
}

/**
 * (value − start) ÷ (target − start), held within 0–1; a target below the start wants the value to
 * fall. Without a start: 1 once the target is reached, until then the share of it (target ÷ value where
 * less is better). Null while value or target is unknown.
 */
export function progressRatio(
  keyResult: Pick<KeyResult, 'start' | 'target' | 'source'>,
  value: number | null,
): number | null {
  const { target } = keyResult;
  if (value === null || target === null) return null;
  const start = startOf(keyResult);
  if (start !== null && start !== target) return within01((value - start) / (target - start));
  if (isLessBetter(keyResult, target)) {
    return value <= target ? 1 : within01(target / value);
  }
  return value >= target ? 1 : within01(value / target);
}

/** The measure behind a key result, read as its outcomes read theirs of that kind. */
function measureOf(
  kind: MeasureKind,
  target: number,
  outcomes: readonly Pick<Outcome, 'measures'>[],
): Measure {
  const own = outcomes.flatMap(({ measures }) => measures).find((each) => each.kind === kind);
  return { ...(own ?? usualMeasure(kind, target)), target, period: 'quarter' };
}

/** Whether the quarter's value is its start and all that was logged since. */
const isGrowing = ({ source }: Pick<KeyResult, 'source'>): boolean =>
  source.kind === 'measure' && GROWING.has(source.measure);

function valueOf(
  { item, children }: KeyResultNode,
  { days, today, totals, overdueOf }: StrategyFacts,
): { readonly value: number | null; readonly n: number | null } {
  const { source } = item;
  if (source.kind === 'hand') return { value: item.readings.at(-1)?.value ?? null, n: null };
  const outcomes = children.map((child) => child.item);
  const named = source.outcomeIds.length > 0 ? source.outcomeIds : outcomes.map(({ id }) => id);
  const ids = new Set(named);
  if (ids.size === 0 || today < days.fromDay) return { value: null, n: 0 };
  const measure = measureOf(source.measure, item.target ?? 0, outcomes);
  const own = [...ids].flatMap((id) => totals.get(id) ?? []);
  const overdue = source.measure === 'slaCompliance' ? overdueOf?.(ids) : undefined;
  const { value, n } = readMeasure(measure, sumTotals(own), overdue);
  const from = isGrowing(item) ? (item.start ?? 0) : 0;
  return { value: value === null ? null : from + value, n };
}

/** What is spent has no way to go from an earlier quarter's spending: it is held against its limit alone. */
const startOf = ({ start, source }: Pick<KeyResult, 'start' | 'source'>): number | null =>
  source.kind === 'measure' && source.measure === 'cost' ? null : start;

/** Told by hand and without a start, a target of none is reached from above; any other from below. */
const isLessBetter = ({ source }: Pick<KeyResult, 'source'>, target: number): boolean =>
  source.kind === 'measure' ? usualDirection(source.measure) === 'atMost' : target <= 0;

/** A level without a start is asked for from the first day; what has a way to go has until the last. */
const isAskedAtOnce = (keyResult: KeyResult): boolean =>
  keyResult.source.kind === 'measure' && !isGrowing(keyResult) && startOf(keyResult) === null;

const daysOf = ({ startsOn, endsOn }: KeyResult, { days }: StrategyFacts): DayRange => ({
  fromDay: startsOn || days.fromDay,
  toDay: endsOn || days.toDay,
});

const within01 = (ratio: number): number =>
  Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0;
