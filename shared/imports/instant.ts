import { instantOfLocal } from '../worktime/zone-offset.ts';
import type { DateOrder, WallTime } from './read-date.ts';
import { readWallTime } from './read-date.ts';

/** Reads a date's text as UTC milliseconds, or null. */
export type Instant = (text: string) => number | null;

/** Where in a day a date without a clock time falls: work is put at noon, a due date at the day's end. */
export type DatePart = 'noon' | 'dayEnd';

const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;
const DAY_END_MS = DAY_MS - 1000;

export interface ReadInstant {
  readonly ms: number;
  readonly hasTime: boolean;
  /** The month as it is written, `yyyy-mm`: the same whatever zone is chosen. */
  readonly month: string;
}

/** Reads dates in one zone and order. Keeps offsets of days without a clock change, as zone look-ups are slow. */
export function instantReader(
  zone: string,
  order: DateOrder,
): (text: string, part?: DatePart) => ReadInstant | null {
  const steadyOffsets = new Map<number, number | null>();
  const toUtc = (localMs: number): number => {
    const day = Math.floor(localMs / DAY_MS);
    let offset = steadyOffsets.get(day);
    if (offset === undefined) {
      offset = steadyOffset(zone, day);
      steadyOffsets.set(day, offset);
    }
    return offset === null ? instantOfLocal(zone, localMs) : localMs - offset;
  };
  return (text, part = 'noon') => {
    const wall = readWallTime(text, order);
    return wall && toInstant(wall, part, toUtc);
  };
}

function toInstant(
  wall: WallTime,
  part: DatePart,
  toUtc: (localMs: number) => number,
): ReadInstant {
  const month = monthAt(wall.localMs);
  if (!wall.hasTime) {
    const localMs = wall.localMs + (part === 'noon' ? NOON_MS : DAY_END_MS);
    return { ms: toUtc(localMs), hasTime: false, month };
  }
  const ms = wall.offsetMs === null ? toUtc(wall.localMs) : wall.localMs - wall.offsetMs;
  return { ms, hasTime: true, month };
}

function monthAt(localMs: number): string {
  const date = new Date(localMs);
  const month = date.getUTCMonth() + 1;
  return `${date.getUTCFullYear()}-${month < 10 ? '0' : ''}${month}`;
}

/** Local minus UTC all through a local day, or null where the clocks change within it. */
function steadyOffset(zone: string, day: number): number | null {
  const start = instantOfLocal(zone, day * DAY_MS);
  const end = instantOfLocal(zone, (day + 1) * DAY_MS);
  return end - start === DAY_MS ? day * DAY_MS - start : null;
}
