import { numberOf } from '../record-fields.ts';
import { quantile } from '../metrics/rollup.ts';
import type { Draft } from './draft.ts';
import { nameKey } from './mapping.ts';
import type { NameCount } from './resolve-names.ts';

/** What a table says as a whole, to hold against what its owner knows. */
export interface ImportFacts {
  readonly rowCount: number;
  readonly completedCount: number;
  /** Requested to completed by the wall clock, of those that have both; null of none. */
  readonly medianTurnaroundMs: number | null;
  readonly reopenedCount: number;
  readonly memberCount: number;
}

export function importFacts(drafts: readonly Draft[]): ImportFacts {
  const turnarounds: number[] = [];
  let completedCount = 0;
  let reopenedCount = 0;
  for (const { fields } of drafts) {
    const requestedAtMs = numberOf(fields, 'requestedAtMs');
    const completedAtMs = numberOf(fields, 'completedAtMs');
    if (completedAtMs !== null) completedCount += 1;
    if (completedAtMs !== null && requestedAtMs !== null && completedAtMs >= requestedAtMs) {
      turnarounds.push(completedAtMs - requestedAtMs);
    }
    if ((numberOf(fields, 'reopenedCount') ?? 0) > 0) reopenedCount += 1;
  }
  return {
    rowCount: drafts.length,
    completedCount,
    medianTurnaroundMs: quantile(
      turnarounds.toSorted((a, b) => a - b),
      0.5,
    ),
    reopenedCount,
    memberCount: new Set(drafts.map((draft) => nameKey(draft.memberName))).size,
  };
}

/** The names in a column as first written, the commonest first. */
export function countNames(names: Iterable<string>): readonly NameCount[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const name of names) {
    if (name === '') continue;
    const key = nameKey(name);
    const held = counts.get(key);
    if (held) held.count += 1;
    else counts.set(key, { name, count: 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
