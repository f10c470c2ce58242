import type { ClockOffset } from '#shared/sync-report';
import type { Change } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';

/** One end of what is known of a clock, and when it was learnt; UTC ms by this computer's clock. */
export interface Bound {
  readonly ms: number;
  readonly atMs: number;
}

/** A clock's offset to ours lies between these. */
export interface Bounds {
  readonly atLeast: Bound | null;
  readonly atMost: Bound | null;
}

export const NOTHING_KNOWN: Bounds = { atLeast: null, atMost: null };

/** A clock is set right, or drifts: what was learnt earlier than this no longer counts against what is new. */
const FRESH_MS = 24 * 3_600_000;

/** Takes in a reading; the tighter bound stays, unless it is old or the new one says that it no longer holds. */
export function learn(known: Bounds, offset: ClockOffset, nowMs: number): Bounds {
  const atLeast = boundOf(offset.atLeastMs, nowMs);
  const atMost = boundOf(offset.atMostMs, nowMs);
  const next = {
    atLeast: tighter(known.atLeast, atLeast, nowMs, (a, b) => a >= b),
    atMost: tighter(known.atMost, atMost, nowMs, (a, b) => a <= b),
  };
  const isTorn = next.atLeast !== null && next.atMost !== null && next.atLeast.ms > next.atMost.ms;
  return isTorn ? { atLeast, atMost } : next;
}

const boundOf = (ms: number | null, atMs: number): Bound | null =>
  ms === null ? null : { ms, atMs };

function tighter(
  known: Bound | null,
  learnt: Bound | null,
  nowMs: number,
  isTighter: (a: number, b: number) => boolean,
): Bound | null {
  if (!known || !learnt) return learnt ?? known;
  const isFresh = Math.abs(nowMs - known.atMs) <= FRESH_MS;
  return isFresh && isTighter(known.ms, learnt.ms) ? known : learnt;
}

export const offsetIn = ({ atLeast, atMost }: Bounds): ClockOffset => ({
  atLeastMs: atLeast?.ms ?? null,
  atMostMs: atMost?.ms ?? null,
});

/**
 * The latest reading of its writer's own wall clock among changes, or null. A hybrid clock whose counter
 * is not 0 may have its time from somebody else's (see shared/stream/clock.ts).
 */
export function lastWallTime(changes: readonly Pick<Change, 'hlc'>[]): number | null {
  let latest = '';
  // Digits of one length are in the order of what they say: one is read, and not thousands.
  for (const { hlc } of changes) if (hlc.endsWith(NO_COUNTER) && hlc > latest) latest = hlc;
  return parseHlc(latest)?.ms ?? null;
}

/** How a clock ends whose counter is 0. */
const NO_COUNTER = '0000';

/**
 * What an answer's `Date` says of its sender's clock: it was taken between asking and having the answer
 * (Cristian 1989), and is cut to whole seconds.
 */
export const offsetOfAnswer = (
  dateMs: number,
  askedAtMs: number,
  answeredAtMs: number,
): ClockOffset => ({ atLeastMs: dateMs - answeredAtMs, atMostMs: dateMs + 1_000 - askedAtMs });
