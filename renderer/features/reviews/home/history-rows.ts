import type { Cadence } from '#shared/cadence/cadence';
import { reviewId, reviewState, seriesId } from '#shared/cadence/review';
import type { ReviewRef, ReviewSeries } from '#shared/cadence/review';
import { reviewFigures } from '#shared/cadence/review-figures';
import type { HeadlineFigures } from '#shared/cadence/review-figures';
import { reviewTurns } from '#shared/cadence/review-turns';
import type { TurnState } from '#shared/cadence/review-turns';
import { actionsOfSeries, reviewsOfSeries } from '../../../data/reviews.ts';
import type { ReviewEntry } from '../../../data/reviews.ts';

/** One review of the past, or one that should have been. */
export interface HistoryRow {
  readonly id: string;
  readonly ref: ReviewRef;
  readonly state: Exclude<TurnState, 'coming' | 'due'> | 'open';
  readonly heldAtMs: number | null;
  readonly skipReason: string;
  /** As it was then; null where nothing was kept. */
  readonly headline: HeadlineFigures | null;
  readonly decisionCount: number;
  readonly actionCount: number;
  /** Of them, how many are done by now. */
  readonly doneCount: number;
}

export interface History {
  readonly seriesId: string;
  readonly rows: readonly HistoryRow[];
  readonly hasMore: boolean;
}

const DAY_MS = 86_400_000;
const STEP_DAYS = { weekly: 7, monthly: 31 } as const;

/**
 * The last reviews of a series, latest first, with those that nobody held between them. The one that is
 * due now is no history yet.
 */
export async function readHistory(
  series: ReviewSeries,
  cadence: Cadence | undefined,
  limit: number,
  nowMs: number,
): Promise<History> {
  const id = seriesId(series);
  const [stored, actions] = await Promise.all([
    reviewsOfSeries(series, limit + 1),
    actionsOfSeries(id),
  ]);
  const doneIds = new Set(actions.flatMap((each) => (each.doneAtMs === null ? [] : [each.id])));
  const byId = new Map(stored.map((review) => [review.id, review]));
  const fromMs = nowMs - limit * STEP_DAYS[series.kind] * DAY_MS;
  const turns = cadence
    ? reviewTurns(cadence, series.memberId, fromMs, nowMs, (each) => byId.get(each))
    : [];
  const stillOpen = new Set(
    turns.filter(({ state }) => state === 'due' || state === 'coming').map((turn) => turn.id),
  );
  const missed = turns
    .filter((turn) => turn.state === 'missed' && !byId.has(turn.id))
    .map((turn) => emptyRow(turn.ref, 'missed'));
  const told = stored
    .filter((review) => !stillOpen.has(review.id))
    .map((review) => storedRow(review, doneIds));
  const rows = [...told, ...missed].toSorted((a, b) => (a.ref.fromDay < b.ref.fromDay ? 1 : -1));
  return { seriesId: id, rows: rows.slice(0, limit), hasMore: stored.length > limit };
}

function storedRow(review: ReviewEntry, doneIds: ReadonlySet<string>): HistoryRow {
  const state = reviewState(review);
  return {
    ...emptyRow(review, state),
    heldAtMs: review.heldAtMs,
    skipReason: review.skipReason,
    headline: reviewFigures(review.figures)?.headline ?? null,
    decisionCount: review.decisions.length,
    actionCount: review.actions.length,
    doneCount: review.actions.filter(({ id }) => doneIds.has(id)).length,
  };
}

function emptyRow(
  { kind, cadenceId, memberId, fromDay, toDay }: ReviewRef,
  state: HistoryRow['state'],
): HistoryRow {
  const ref = { kind, cadenceId, memberId, fromDay, toDay };
  return {
    id: reviewId(ref),
    ref,
    state,
    heldAtMs: null,
    skipReason: '',
    headline: null,
    decisionCount: 0,
    actionCount: 0,
    doneCount: 0,
  };
}
