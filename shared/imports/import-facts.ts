import type { DayKey } from '../day.ts';
import { numberOf, textOf } from '../record-fields.ts';
import { quantile } from '../metrics/rollup.ts';
import type { Draft } from './draft.ts';
import { nameKey } from './mapping.ts';
import type { NameCount } from './resolve-names.ts';

/** What some rows say together. */
export interface RowFacts {
  readonly rowCount: number;
  readonly completedCount: number;
  /** Requested to completed by the wall clock, of those that have both; null of none. */
  readonly medianTurnaroundMs: number | null;
  /** Of those reopened at least once. */
  readonly reopenedCount: number;
}

/** What one name's rows say; `name` is empty for rows that name nobody. */
export interface MemberFacts extends RowFacts {
  readonly name: string;
}

/** What a table says as a whole, to hold against what its owner knows. */
export interface ImportFacts extends RowFacts {
  /** Who has most rows first. */
  readonly members: readonly MemberFacts[];
  /** First and last day of completion; null where nothing is completed. */
  readonly days: { readonly first: DayKey; readonly last: DayKey } | null;
}

export function importFacts(drafts: readonly Draft[]): ImportFacts {
  const byMember = new Map<string, Draft[]>();
  let first = '';
  let last = '';
  for (const draft of drafts) {
    const key = nameKey(draft.memberName);
    const own = byMember.get(key);
    if (own) own.push(draft);
    else byMember.set(key, [draft]);
    const day = textOf(draft.fields, 'day');
    if (day === '') continue;
    if (first === '' || day < first) first = day;
    if (day > last) last = day;
  }
  const members = [...byMember.values()].map((own) => ({
    name: own[0]?.memberName ?? '',
    ...rowFacts(own),
  }));
  return {
    ...rowFacts(drafts),
    members: members.toSorted((a, b) => b.rowCount - a.rowCount || (a.name < b.name ? -1 : 1)),
    days: first === '' ? null : { first, last },
  };
}

function rowFacts(drafts: readonly Draft[]): RowFacts {
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
  const sorted = turnarounds.toSorted((a, b) => a - b);
  return {
    rowCount: drafts.length,
    completedCount,
    medianTurnaroundMs: quantile(sorted, 0.5),
    reopenedCount,
  };
}

/** The names in a column as first written, the commonest first. */
export function countNames(
  names: Iterable<string>,
  emailOf: ReadonlyMap<string, string> = new Map(),
): readonly NameCount[] {
  const counts = new Map<string, { name: string; count: number; email?: string }>();
  for (const name of names) {
    if (name === '') continue;
    const key = nameKey(name);
    const held = counts.get(key);
    const email = emailOf.get(key);
    if (held) held.count += 1;
    else counts.set(key, { name, count: 1, ...(email !== undefined && { email }) });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
