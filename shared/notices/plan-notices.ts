import type { NoticeKind } from '../outside.ts';
import type { WorkClock } from '../worktime/work-clock.ts';

/** Something that somebody is to be told of, once. Times are UTC ms. */
export interface Occasion {
  /** The same for the same thing on every start, and another when it is due anew. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** When it becomes due. */
  readonly atMs: number;
  /** From then on it is of no use to be told. */
  readonly untilMs: number;
}

export interface NoticePlan<T extends Occasion> {
  /** To be told now, the longest due first. */
  readonly due: readonly T[];
  /** When there is something to tell next; null where nothing is known of. */
  readonly nextAtMs: number | null;
}

/**
 * What is to be told now and when to look again. Outside the hours nothing is: what becomes due at night is
 * told when they begin, if that is still of use.
 */
export function planNotices<T extends Occasion>(
  occasions: readonly T[],
  hours: Pick<WorkClock, 'nextOpening'>,
  told: ReadonlySet<string>,
  nowMs: number,
): NoticePlan<T> {
  const due: T[] = [];
  let nextAtMs: number | null = null;
  for (const occasion of occasions) {
    if (told.has(occasion.key)) continue;
    const tellAtMs = hours.nextOpening(Math.max(occasion.atMs, nowMs));
    if (tellAtMs === null || tellAtMs >= occasion.untilMs) continue;
    if (tellAtMs <= nowMs) due.push(occasion);
    else nextAtMs = Math.min(nextAtMs ?? tellAtMs, tellAtMs);
  }
  return { due: due.toSorted((a, b) => a.atMs - b.atMs), nextAtMs };
}
