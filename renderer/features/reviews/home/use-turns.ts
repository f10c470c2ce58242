import type { Cadence } from '#shared/cadence/cadence';
import { reviewId } from '#shared/cadence/review';
import type { ReviewRef } from '#shared/cadence/review';
import { reviewKindOf, reviewTurns, seriesMembers } from '#shared/cadence/review-turns';
import type { ReviewTurn } from '#shared/cadence/review-turns';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { readReviews } from '../../../data/reviews.ts';

/** One cadence with where each of its reviews stands now. */
export interface CadenceTurns {
  readonly cadence: Cadence;
  /** The last that was due of the team or of each member; none before the first. */
  readonly due: readonly TurnNow[];
  readonly next: ReviewTurn | null;
}

export interface TurnNow extends ReviewTurn {
  /** Somebody has written something in it already. */
  readonly isBegun: boolean;
}

/** A month and a half back the last turn of every cadence is found. */
const LOOK_BACK_MS = 46 * 86_400_000;

/** Where the reviews of every cadence stand; undefined until it is read. */
export function useTurns(plan: Plan, nowMs: number): readonly CadenceTurns[] | undefined {
  const minute = Math.floor(nowMs / 60_000);
  return useLive(async () => await readTurns(plan, nowMs), [plan, minute]);
}

async function readTurns(plan: Plan, nowMs: number): Promise<readonly CadenceTurns[]> {
  const cadences = plan.cadences
    .filter((cadence) => !cadence.isPaused && reviewKindOf(cadence) !== null)
    .toSorted((a, b) => Number(a.kind === 'monthly') - Number(b.kind === 'monthly'));
  const unread = cadences.map((cadence) => ({
    cadence,
    turns: seriesMembers(cadence, plan.members).map((memberId) =>
      reviewTurns(cadence, memberId, nowMs - LOOK_BACK_MS, nowMs, () => undefined),
    ),
  }));
  const refs = unread.flatMap(({ turns }) => turns.flatMap((own) => lastDue(own)));
  const stored = await readReviews(refs);
  return unread.map(({ cadence, turns }) => {
    const due = turns.flatMap((own): readonly TurnNow[] => {
      const ref = lastDue(own)[0];
      if (!ref) return [];
      const turn = reviewTurns(cadence, ref.memberId, nowMs - LOOK_BACK_MS, nowMs, (id) =>
        stored.get(id),
      ).find(({ id }) => id === reviewId(ref));
      return turn ? [{ ...turn, isBegun: stored.has(turn.id) }] : [];
    });
    return { cadence, due, next: turns[0]?.find(({ state }) => state === 'coming') ?? null };
  });
}

const lastDue = (turns: readonly ReviewTurn[]): readonly ReviewRef[] =>
  turns
    .filter(({ state }) => state !== 'coming')
    .slice(-1)
    .map(({ ref }) => ref);
