import type { Hlc } from './change.ts';

/**
 * A hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks"): never behind anything
 * this device has written or seen, and as near to the wall clock as that allows. A wall clock that
 * is wrong by years still gives a correct order.
 */
export interface Clock {
  readonly ms: number;
  readonly counter: number;
}

export const CLOCK_ZERO: Clock = { ms: 0, counter: 0 };
const COUNTER_LIMIT = 0xffff;
const MS_LIMIT = 2 ** 48 - 1;

/** The clock of the next change written at `nowMs`. */
export function tick(clock: Clock, nowMs: number): Clock {
  const wallMs = clampMs(nowMs);
  if (wallMs > clock.ms) return { ms: wallMs, counter: 0 };
  return clock.counter < COUNTER_LIMIT
    ? { ms: clock.ms, counter: clock.counter + 1 }
    : { ms: clock.ms + 1, counter: 0 };
}

/** The clock after seeing `seen`: what this device writes next is later than what it has read. */
export function receive(clock: Clock, seen: Clock): Clock {
  if (seen.ms !== clock.ms) return seen.ms > clock.ms ? seen : clock;
  return seen.counter > clock.counter ? seen : clock;
}

export const formatHlc = (clock: Clock): Hlc =>
  clock.ms.toString(16).padStart(12, '0') + clock.counter.toString(16).padStart(4, '0');

/** The clock that a text stands for, or null where it is no hybrid logical time. */
export function parseHlc(text: string): Clock | null {
  if (!/^[0-9a-f]{16}$/.test(text)) return null;
  return { ms: parseInt(text.slice(0, 12), 16), counter: parseInt(text.slice(12), 16) };
}

const clampMs = (ms: number): number => Math.min(MS_LIMIT, Math.max(0, Math.trunc(ms)));
