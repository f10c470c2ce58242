import type { DayKey } from '../day.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Of each zone by UTC day: the offset all day long, or null where it changes on that day. */
const dayOffsets = new Map<string, Map<number, number | null>>();

/** Local minus UTC at an instant, in ms, by the runtime's zone data. An unknown zone reads as UTC. */
export function offsetAt(zone: string, ms: number): number {
  let ofZone = dayOffsets.get(zone);
  if (!ofZone) {
    ofZone = new Map();
    dayOffsets.set(zone, ofZone);
  }
  const day = Math.floor(ms / DAY_MS);
  let offset = ofZone.get(day);
  if (offset === undefined) {
    const first = readOffset(zone, day * DAY_MS);
    offset = first === readOffset(zone, (day + 1) * DAY_MS - 1) ? first : null;
    ofZone.set(day, offset);
  }
  return offset ?? readOffset(zone, ms);
}

function readOffset(zone: string, ms: number): number {
  const wholeMs = Math.floor(ms / 1000) * 1000;
  const [date = '', time = ''] = zoneFormat(zone).format(wholeMs).split(' ');
  return Date.parse(`${date.padStart(10, '0')}T${time}Z`) - wholeMs;
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const held = formats.get(zone);
  if (held) return held;
  const made = makeFormat(zone) ?? (makeFormat('UTC') as Intl.DateTimeFormat);
  formats.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

/** Whether the runtime knows a time zone by this name. */
export const isZone = (name: string): boolean => name !== '' && makeFormat(name) !== null;

/** Midnight of a local date as if the zone were UTC: what offsets are subtracted from. */
export const localMidnightMs = (day: DayKey): number => Date.parse(`${day}T00:00:00Z`);

/**
 * The instant of a local wall time (ms as if UTC). A time that happens twice is the first of the two;
 * one that is skipped moves forward by the gap (Temporal's `compatible`).
 */
export function instantOfLocal(zone: string, localMs: number): number {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  const first = localMs - before;
  if (before === after || offsetAt(zone, first) === before) return first;
  const second = localMs - after;
  return offsetAt(zone, second) === after ? second : first;
}

const PROBE_MS = 14 * DAY_MS;

/** Instants in (fromMs, toMs] at which the zone's offset changes, to the millisecond. */
export function transitionsIn(zone: string, fromMs: number, toMs: number): readonly number[] {
  const found: number[] = [];
  let atMs = fromMs;
  let offset = offsetAt(zone, atMs);
  while (atMs < toMs) {
    const nextMs = Math.min(atMs + PROBE_MS, toMs);
    const nextOffset = offsetAt(zone, nextMs);
    if (nextOffset !== offset) found.push(firstAfter(zone, atMs, nextMs, offset));
    atMs = nextMs;
    offset = nextOffset;
  }
  return found;
}

/** Bisects to the first whole second in (lowMs, highMs] whose offset is no longer `offset`. */
function firstAfter(zone: string, lowMs: number, highMs: number, offset: number): number {
  let low = Math.floor(lowMs / 1000);
  let high = Math.ceil(highMs / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * 1000) === offset) low = middle;
    else high = middle;
  }
  return high * 1000;
}
