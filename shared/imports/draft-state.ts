import { dayIn } from '../day.ts';
import type { Json } from '../json.ts';
import { REASON_CHARS, WAIT_FIELD } from './draft.ts';
import type { Mapping } from './mapping.ts';
import type { RowReader } from './row-reader.ts';
import type { WorkState } from './work-state.ts';

/**
 * Puts what a row's status says where its dates do not: done work is completed when it was touched last,
 * else when it was due, begun or asked for; a date of its own always wins.
 */
export function putState(
  fields: Record<string, Json>,
  state: WorkState,
  reader: RowReader,
  { zone, waitsOn }: Mapping,
): void {
  const requestedMs = msOf(fields['requestedAtMs']);
  const startedMs = msOf(fields['startedAtMs']);
  const touchedMs = reader.date('touched', 'noon')?.ms ?? null;
  if (msOf(fields['completedAtMs']) !== null) return;
  const completedMs =
    state === 'completed'
      ? (touchedMs ?? msOf(fields['dueAtMs']) ?? startedMs ?? requestedMs)
      : null;
  if (state === 'completed' && completedMs === null) reader.rejectStatus('done-undated');
  fields['completedAtMs'] = completedMs;
  fields['day'] = completedMs === null ? null : dayIn(zone, completedMs);
  fields['zone'] = completedMs === null ? null : zone;
  if (state !== 'started' && state !== 'blocked') return;
  fields['startedAtMs'] = startedMs ?? requestedMs ?? touchedMs;
  const fromMs = touchedMs ?? startedMs ?? requestedMs;
  if (state !== 'blocked' || fromMs === null) return;
  const reason = reader.statusText().slice(0, REASON_CHARS);
  fields[`${WAIT_FIELD}${fromMs.toString(36)}`] = { fromMs, toMs: null, on: waitsOn, reason };
}

const msOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
