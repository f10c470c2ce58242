import type { DayKey } from '../day.ts';
import type { Block, Deliverable } from '../deliverables/deliverable.ts';
import { isOpen, openBlock } from '../deliverables/deliverable.ts';
import type { DayTotals } from '../metrics/rollup.ts';
import { NO_TOTALS, addTotals, contributionOf } from '../metrics/rollup.ts';

/** What the report needs to know of an outcome that the member works on. */
export interface ReportOutcome {
  readonly id: string;
  /** The quantity to reach on this day; null where there is no such target or no work that day. */
  readonly target: number | null;
  /** How long a piece of its work usually takes from start to completion; null where too few are known. */
  readonly usualMs: number | null;
}

export interface ReportInput {
  readonly day: DayKey;
  /** When that day is over; UTC ms. */
  readonly dayEndsAtMs: number;
  readonly nowMs: number;
  readonly outcomes: readonly ReportOutcome[];
  /** What the member completed on the day. */
  readonly completed: readonly Deliverable[];
  /** The member's open work. */
  readonly open: readonly Deliverable[];
}

export interface OutputLine {
  readonly outcomeId: string;
  readonly totals: DayTotals;
  readonly target: number | null;
  /** 1 − errors ÷ quantity checked; null where nothing was checked. */
  readonly accuracyRatio: number | null;
}

/** Why a piece of work counts as stalled: it waits on somebody, is past its time, or takes unusually long. */
export type StallKind = 'blocked' | 'overdue' | 'ageing';

export interface StalledWork {
  readonly work: Deliverable;
  readonly kind: StallKind;
  readonly block: Block | null;
  readonly sinceMs: number;
}

/** An outcome below its target. Where no stalled work explains it, the member is asked. */
export interface Shortfall {
  readonly outcomeId: string;
  readonly missing: number;
  readonly isExplained: boolean;
}

export interface DailyReport {
  readonly day: DayKey;
  readonly output: readonly OutputLine[];
  /** Completed work worth naming: what went wrong, and the pieces of outcomes that made few of them. */
  readonly notable: readonly Deliverable[];
  readonly stalled: readonly StalledWork[];
  readonly shortfalls: readonly Shortfall[];
  /** Open work in the order to take it up: past or due, then begun, then the oldest request. */
  readonly tomorrow: readonly Deliverable[];
}

/** Work begun longer ago than this stalls where nothing is known of its outcome's usual time. */
const UNKNOWN_USUAL_MS = 24 * 3_600_000;

/** The day's report out of the log: facts only, as figures and records; the words are the window's. */
export function dailyReport(input: ReportInput): DailyReport {
  const open = input.open.filter(isOpen);
  const stalled = stalledWork(open, input);
  const output = outputLines(input);
  return {
    day: input.day,
    output,
    notable: notableWork(input.completed),
    stalled,
    shortfalls: shortfallsOf(output, stalled),
    tomorrow: open.toSorted(
      (a, b) => urgency(a, input) - urgency(b, input) || askedAt(a) - askedAt(b),
    ),
  };
}

function outputLines({ outcomes, completed }: ReportInput): readonly OutputLine[] {
  const totals = new Map<string, DayTotals>();
  for (const each of completed) {
    const contribution = contributionOf(each);
    if (!contribution) continue;
    const sum = totals.get(contribution.outcomeId) ?? NO_TOTALS;
    totals.set(contribution.outcomeId, addTotals(sum, contribution.totals));
  }
  const targets = new Map(outcomes.map(({ id, target }) => [id, target]));
  const ids = [...new Set([...targets.keys(), ...totals.keys()])];
  return ids.flatMap((outcomeId) => {
    const sum = totals.get(outcomeId) ?? NO_TOTALS;
    const target = targets.get(outcomeId) ?? null;
    if (sum.count === 0 && (target ?? 0) <= 0) return [];
    const accuracyRatio =
      sum.checkedQuantity > 0 ? Math.max(0, 1 - sum.errors / sum.checkedQuantity) : null;
    return [{ outcomeId, totals: sum, target, accuracyRatio }];
  });
}

function stalledWork(
  open: readonly Deliverable[],
  { nowMs, outcomes }: ReportInput,
): readonly StalledWork[] {
  const usual = new Map(outcomes.map(({ id, usualMs }) => [id, usualMs]));
  const stalled = open.flatMap((work): readonly StalledWork[] => {
    const block = openBlock(work);
    if (block) return [{ work, kind: 'blocked', block, sinceMs: block.fromMs }];
    if (work.dueAtMs !== null && work.dueAtMs < nowMs) {
      return [{ work, kind: 'overdue', block: null, sinceMs: work.dueAtMs }];
    }
    const usualMs = usual.get(work.outcomeId) ?? UNKNOWN_USUAL_MS;
    if (work.startedAtMs !== null && nowMs - work.startedAtMs > usualMs) {
      return [{ work, kind: 'ageing', block: null, sinceMs: work.startedAtMs }];
    }
    return [];
  });
  return stalled.toSorted(
    (a, b) => STALL_ORDER[a.kind] - STALL_ORDER[b.kind] || a.sinceMs - b.sinceMs,
  );
}

const STALL_ORDER: Readonly<Record<StallKind, number>> = { blocked: 0, overdue: 1, ageing: 2 };

function shortfallsOf(
  output: readonly OutputLine[],
  stalled: readonly StalledWork[],
): readonly Shortfall[] {
  const explained = new Set(stalled.map(({ work }) => work.outcomeId));
  return output.flatMap(({ outcomeId, target, totals }) => {
    const missing = roundedUp((target ?? 0) - totals.quantity);
    return missing > 0 ? [{ outcomeId, missing, isExplained: explained.has(outcomeId) }] : [];
  });
}

/** Half a listing missing is none: targets spread over working time are seldom whole. */
const roundedUp = (missing: number): number => (missing < 0.5 ? 0 : Math.ceil(missing));

/** Above so many entries of one outcome the figure says it: forty tickets are not named one by one. */
const NAMED_PER_OUTCOME = 5;

function notableWork(completed: readonly Deliverable[]): readonly Deliverable[] {
  const counts = new Map<string, number>();
  for (const { outcomeId } of completed) counts.set(outcomeId, (counts.get(outcomeId) ?? 0) + 1);
  return completed.filter((work) => {
    const wentWrong = (work.errors ?? 0) > 0 || work.reopenedCount > 0;
    const isOneOfFew = (counts.get(work.outcomeId) ?? 0) <= NAMED_PER_OUTCOME;
    return saysSomething(work) && (wentWrong || isOneOfFew);
  });
}

const saysSomething = ({ title, note, reference, valueMinor }: Deliverable): boolean =>
  title !== '' || note !== '' || reference !== '' || valueMinor !== null;

function urgency(work: Deliverable, { nowMs, dayEndsAtMs }: ReportInput): number {
  if (work.dueAtMs !== null && work.dueAtMs < Math.max(nowMs, dayEndsAtMs)) return 0;
  if (openBlock(work)) return 3;
  return work.startedAtMs !== null ? 1 : 2;
}

const askedAt = (work: Deliverable): number =>
  work.dueAtMs ?? work.requestedAtMs ?? work.startedAtMs ?? 0;
