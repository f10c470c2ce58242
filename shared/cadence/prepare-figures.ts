import { complianceOf, openSla } from '../metrics/compliance.ts';
import type { OpenSla } from '../metrics/compliance.ts';
import { amountChange, rateChange } from '../metrics/insights/changes.ts';
import type { Change, RateCounts } from '../metrics/insights/changes.ts';
import { figuresOf, groupLines } from '../metrics/overview-groups.ts';
import type { OverviewFigures } from '../metrics/overview-groups.ts';
import { overviewLines } from '../metrics/overview.ts';
import type { DayFigures, OverviewLine, OverviewPlan } from '../metrics/overview.ts';
import type { DayRange } from '../metrics/period.ts';
import { quantile } from '../metrics/rollup.ts';
import type { TermsBook } from '../metrics/terms.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { addDays } from '../day.ts';
import type { Outcome } from '../plan/outcome.ts';
import { localMidnightMs } from '../worktime/zone-offset.ts';
import type { ChangeFigure, HeadlineFigures, OutputFigure } from './review-figures.ts';

/** What the figures of a review are reckoned from: the roll-ups of both stretches, and what is open now. */
export interface FiguresSource extends OverviewPlan {
  /** The days looked at, and those before them that they are held against. */
  readonly range: DayRange;
  readonly before: DayRange;
  readonly rows: readonly DayFigures[];
  readonly open: readonly Deliverable[];
  readonly terms: TermsBook;
  readonly nowMs: number;
}

/** One stretch's lines, and what was late by its end of the work that is still open. */
export interface Stretch {
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly lateOf: (outcomeId: string | null) => OpenSla;
}

export interface Stretches {
  readonly now: Stretch;
  readonly before: Stretch;
}

export function stretchesOf(source: FiguresSource): Stretches {
  const { range, before, nowMs } = source;
  // Work that was late by then and has been completed since is among those completed late: nothing is told twice.
  const beforeEndMs = Math.min(nowMs, localMidnightMs(addDays(before.toDay, 1)));
  return {
    now: stretchOf(source, range, nowMs),
    before: stretchOf({ ...source, open: askedBy(source.open, beforeEndMs) }, before, beforeEndMs),
  };
}

function stretchOf(source: FiguresSource, range: DayRange, atMs: number): Stretch {
  const lines = overviewLines({ ...source, range });
  const late = new Map<string | null, OpenSla>();
  return {
    lines,
    figures: figuresOf(lines),
    lateOf: (outcomeId) => {
      const held = late.get(outcomeId);
      if (held) return held;
      const own = source.open.filter((each) => outcomeId === null || each.outcomeId === outcomeId);
      const found = openSla(own, source.terms, atMs);
      late.set(outcomeId, found);
      return found;
    },
  };
}

const askedBy = (open: readonly Deliverable[], ms: number): readonly Deliverable[] =>
  open.filter(({ requestedAtMs }) => requestedAtMs !== null && requestedAtMs < ms);

export function headlineOf({ now, before }: Stretches): HeadlineFigures {
  const both = <T>(read: (stretch: Stretch) => T): { now: T; before: T } => ({
    now: read(now),
    before: read(before),
  });
  const compliance = both(({ figures, lateOf }) => complianceOf(figures.completed, lateOf(null)));
  return {
    attainment: both(({ figures }) => figures.attainment),
    completedCount: both(({ figures }) => figures.completed.count),
    accuracy: both(({ figures }) => figures.accuracy),
    promises: { now: compliance.now.raw.share, before: compliance.before.raw.share },
    promisesExcused: {
      now: compliance.now.excused.share,
      before: compliance.before.excused.share,
    },
    turnaround: both(({ figures: { completed } }) => {
      const medianMs = quantile(completed.turnaroundWorkMs, 0.5);
      return medianMs === null
        ? null
        : { medianMs: Math.round(medianMs), count: completed.turnaroundWorkMs.length };
    }),
    reworked: both(({ figures: { completed } }) =>
      completed.count === 0 ? null : { count: completed.reworkedCount, ofCount: completed.count },
    ),
    valueMinor: both(({ figures }) => figures.completed.valueMinor),
    costMinor: both(({ figures }) => figures.completed.costMinor),
  };
}

/** Output by outcome; what is furthest from what is asked for by now comes first, what asks for nothing last. */
export function outputOf(
  { now, before }: Stretches,
  outcomeById: ReadonlyMap<string, Outcome>,
): readonly OutputFigure[] {
  const earlier = new Map(
    groupLines(before.lines, 'outcome').map((group) => [group.id, group.figures]),
  );
  const figures = groupLines(now.lines, 'outcome').map(({ id, figures: own }): OutputFigure => {
    const outcome = outcomeById.get(id);
    const isAsked = own.target !== null && own.target.whole > 0;
    return {
      outcomeId: id,
      name: outcome?.name ?? '',
      unit: outcome?.unit ?? '',
      quantity: own.completed.quantity,
      target: isAsked ? (own.target?.whole ?? null) : null,
      expected: isAsked ? (own.target?.soFar ?? null) : null,
      before: earlier.get(id)?.completed.quantity ?? 0,
      count: own.completed.count,
      accuracy: own.accuracy,
      promises: complianceOf(own.completed, now.lateOf(id)).raw.share,
    };
  });
  return figures
    .filter(({ target, count, before: was }) => target !== null || count > 0 || was > 0)
    .toSorted((a, b) => shareOf(a) - shareOf(b) || a.name.localeCompare(b.name));
}

const shareOf = ({ quantity, expected }: OutputFigure): number =>
  expected !== null && expected > 0 ? quantity / expected : Number.POSITIVE_INFINITY;

/** A change of an amount is told from a tenth on, one of a share from half a percentage point. */
const LEAST_AMOUNT_SHARE = 0.1;
const LEAST_RATE_CHANGE = 0.005;
const MOST_AMOUNTS = 5;
const NAMED_PARTS = 2;

/**
 * What moved against the days before, and who or what it comes from: promises and accuracy of all
 * outcomes, then the outcomes whose output moved most for their size. `nameOf` names the parts.
 */
export function changesOf(
  { now, before }: Stretches,
  outcomeById: ReadonlyMap<string, Outcome>,
  nameOf: (kind: 'member' | 'outcome', id: string) => string,
): readonly ChangeFigure[] {
  const rates = (['promises', 'accuracy'] as const).flatMap((of): readonly ChangeFigure[] => {
    const found = rateChange(countsOf(before, of), countsOf(now, of));
    if (!found || Math.abs(found.change) < LEAST_RATE_CHANGE) return [];
    const { beforeCount, afterCount } = found;
    const named = partsOf(found, (id) => nameOf('outcome', id));
    return [{ of, outcomeId: '', name: '', unit: '', beforeCount, afterCount, ...named }];
  });
  const ids = new Set([...now.lines, ...before.lines].map(({ outcomeId }) => outcomeId));
  const amounts = [...ids]
    .map((id) => ({ id, found: amountChange(quantities(before, id), quantities(now, id)) }))
    .map((each) => ({ ...each, weight: weightOf(each.found) }))
    .filter(({ weight }) => weight >= LEAST_AMOUNT_SHARE)
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_AMOUNTS)
    .map(({ id, found }): ChangeFigure => {
      const outcome = outcomeById.get(id);
      const about = { outcomeId: id, name: outcome?.name ?? '', unit: outcome?.unit ?? '' };
      const named = partsOf(found, (memberId) => nameOf('member', memberId));
      return { of: 'quantity', ...about, beforeCount: 0, afterCount: 0, ...named };
    });
  return [...rates, ...amounts];
}

const weightOf = ({ change, before, after }: Change): number =>
  change === 0 ? 0 : Math.abs(change) / Math.max(Math.abs(before), Math.abs(after));

function partsOf(
  { before, after, change, parts }: Change,
  nameOf: (id: string) => string,
): Pick<ChangeFigure, 'before' | 'after' | 'parts' | 'rest'> {
  // One alone is the whole: it explains nothing.
  const named = parts.length > 1 ? parts.filter((part) => part.change !== 0) : [];
  const shown = named
    .slice(0, NAMED_PARTS)
    .map((part) => ({ id: part.id, name: nameOf(part.id), change: part.change }));
  const told = shown.reduce((sum, part) => sum + part.change, 0);
  return { before, after, parts: shown, rest: change - told };
}

function quantities({ lines }: Stretch, outcomeId: string): ReadonlyMap<string, number> {
  const own = lines.filter((line) => line.outcomeId === outcomeId);
  return new Map(own.map(({ memberId, completed }) => [memberId, completed.quantity]));
}

function countsOf(
  { lines, lateOf }: Stretch,
  of: 'promises' | 'accuracy',
): ReadonlyMap<string, RateCounts> {
  return new Map(
    groupLines(lines, 'outcome').map(({ id, figures: { completed } }) => {
      if (of === 'accuracy') {
        const checked = completed.checkedQuantity;
        // More errors than pieces are told as all of them wrong, as accuracy itself is.
        return [id, { hits: Math.max(0, checked - completed.errors), of: checked }];
      }
      const { met, counted } = complianceOf(completed, lateOf(id)).raw;
      return [id, { hits: met, of: counted }];
    }),
  );
}
