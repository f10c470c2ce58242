import type { Cadence } from './cadence.ts';
import { occurrencesBetween, nextOccurrence } from './occurrences.ts';
import type { CadenceOccurrence } from './occurrences.ts';
import { participantsOf } from './participants.ts';
import { reviewId, reviewState } from './review.ts';
import type { Review, ReviewKind, ReviewRef } from './review.ts';
import type { Member } from '../plan/member.ts';

/**
 * Where a review that was due stands. `due` may still be held: the next one has not come yet. `missed` was
 * neither held nor skipped by then, which is shown as skipped without a word.
 */
export type TurnState = 'coming' | 'due' | 'held' | 'skipped' | 'missed';

/** One time that a review of a cadence comes round, for the team or for one member of it. */
export interface ReviewTurn {
  readonly ref: ReviewRef;
  readonly id: string;
  /** When it is due, UTC ms. */
  readonly atMs: number;
  readonly state: TurnState;
}

/** Whom a cadence's reviews are about: the team once, or each of who is in it by themselves. */
export const seriesMembers = (cadence: Cadence, members: readonly Member[]): readonly string[] =>
  cadence.kind === 'monthly' ? participantsOf(cadence, members).map(({ id }) => id) : [''];

/**
 * The turns of a cadence from an instant up to now, earliest first, and the next one. `reviewOf` gives what
 * is stored of a review. A check-in's cadence has none: see `check-in.ts`.
 */
export function reviewTurns(
  cadence: Cadence,
  memberId: string,
  fromMs: number,
  nowMs: number,
  reviewOf: (id: string) => Pick<Review, 'heldAtMs' | 'skippedAtMs'> | undefined,
): readonly ReviewTurn[] {
  const kind = reviewKindOf(cadence);
  if (kind === null) return [];
  const past = occurrencesBetween(cadence, fromMs, nowMs + 1);
  const next = nextOccurrence(cadence, nowMs);
  const all = next ? [...past, next] : past;
  return all.map((occurrence, at) => {
    const ref = refOf(cadence, kind, memberId, occurrence);
    const id = reviewId(ref);
    const held = reviewOf(id);
    const known = held ? reviewState(held) : 'open';
    const isLast = at === past.length - 1;
    const unheld = occurrence.atMs > nowMs ? 'coming' : isLast ? 'due' : 'missed';
    return { ref, id, atMs: occurrence.atMs, state: known === 'open' ? unheld : known };
  });
}

export const reviewKindOf = ({ kind }: Pick<Cadence, 'kind'>): ReviewKind | null =>
  kind === 'checkIn' ? null : kind;

const refOf = (
  { id }: Cadence,
  kind: ReviewKind,
  memberId: string,
  { period }: CadenceOccurrence,
): ReviewRef => ({
  kind,
  cadenceId: id,
  memberId,
  fromDay: period.fromDay,
  toDay: period.toDay,
});
