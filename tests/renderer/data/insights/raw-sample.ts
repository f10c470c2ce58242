import type { Json } from '#shared/json';
import type { SampleTeam } from '#shared/sample/generate';
import type { Fields } from '#shared/stream/change';

/**
 * The sample workspace's edits folded and its working hours laid out by plain loops, without a line of
 * what folds and measures in the product.
 */
export interface RawRecord {
  readonly type: string;
  readonly id: string;
  /** Whose log it lies in; empty of the team's. */
  readonly memberId: string;
  readonly fields: Fields;
}

/** The last word on every field wins. */
export function foldRaw({ edits }: SampleTeam): readonly RawRecord[] {
  const records = new Map<string, RawRecord>();
  for (const { edit } of edits) {
    const { audience, type, id, fields } = edit;
    const key = `${audience} ${type} ${id}`;
    const memberId = audience.startsWith('m-') ? audience.slice(2) : '';
    records.set(key, { type, id, memberId, fields: { ...records.get(key)?.fields, ...fields } });
  }
  return [...records.values()];
}

export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: Json | undefined): number | null =>
  typeof value === 'number' ? value : null;
export const asObjects = (value: Json | undefined): readonly Fields[] =>
  Array.isArray(value) ? value.map(asObject).filter((each) => each !== null) : [];
export const asObject = (value: Json | undefined): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** From and to, UTC ms. */
export type Stretch = readonly [fromMs: number, toMs: number];

/** All working stretches of a calendar's only version that begin within some days. */
export function workingStretches(
  { fields }: RawRecord,
  firstDay: string,
  lastDay: string,
): readonly Stretch[] {
  const versions = asObjects(fields['versions']);
  const [version] = versions;
  if (!version || versions.length > 1) throw new Error('A calendar of the sample has one version');
  const zone = asText(version['timeZone']);
  const holidays = new Set(Array.isArray(version['holidays']) ? version['holidays'] : []);
  const stretches: Stretch[] = [];
  for (let ms = Date.parse(firstDay); ms <= Date.parse(lastDay); ms += 86_400_000) {
    if (holidays.has(new Date(ms).toISOString().slice(0, 10))) continue;
    const weekday = new Date(ms).getUTCDay() || 7;
    for (const shift of asObjects(version['shifts'])) {
      if (shift['weekday'] !== weekday) continue;
      const at = (minute: Json | undefined): number =>
        localInstant(zone, ms + (asNumber(minute) ?? 0) * 60_000);
      stretches.push([at(shift['fromMinute']), at(shift['toMinute'])]);
    }
  }
  return stretches.toSorted(([a], [b]) => a - b);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock of a zone shows, as if it were UTC. */
export function wallMs(zone: string, atMs: number): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return Date.parse(`${clock.format(atMs).replace(' ', 'T')}Z`);
}

/** When a wall clock shows a time, found by trying: no shift of the sample begins where clocks change. */
function localInstant(zone: string, localMs: number): number {
  const guess = localMs - (wallMs(zone, localMs) - localMs);
  return guess - (wallMs(zone, guess) - localMs);
}

/** How much of the stretches lies within two instants. */
export function within(stretches: readonly Stretch[], fromMs: number, toMs: number): number {
  let ms = 0;
  for (const [from, to] of stretches) {
    ms += Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs));
  }
  return ms;
}

/** How much of the stretches lies within two instants and within any of some others, which may overlap. */
export function withinAny(
  stretches: readonly Stretch[],
  others: readonly Stretch[],
  fromMs: number,
  toMs: number,
): number {
  const ends = [fromMs, toMs, ...others.flat()].filter((ms) => ms >= fromMs && ms <= toMs);
  const sorted = ends.toSorted((a, b) => a - b);
  return sorted.reduce((sum, to, at) => {
    const from = sorted[at - 1] ?? to;
    const isIn = others.some(([a, b]) => a <= from && to <= b);
    return isIn ? sum + within(stretches, from, to) : sum;
  }, 0);
}
