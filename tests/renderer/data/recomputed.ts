import { monthOf } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { DayTotals } from '#shared/metrics/rollup';
import { audienceMember } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';
import type { OwnWrite } from '../../../renderer/data/stored.ts';
import type { Snapshot } from './snapshot.ts';
import type { TestStream } from './streams.ts';

/**
 * What a database should know after these streams, worked out the plain way: every change folded in
 * memory, every total summed from scratch over scaled integers.
 */
export function recomputed(streams: readonly TestStream[]): Omit<Snapshot, 'duplicates'> {
  const states = new Map<string, RecordState>();
  const owns = new Map<string, OwnWrite>();
  for (const { source, changes, key: streamKey } of streams) {
    for (const change of changes) {
      const key = `${source.audience}/${change.type}/${change.id}`;
      states.set(key, mergeChange(states.get(key), change, source.stream, source.audience));
      const own = owns.get(key);
      const order = `${change.hlc}|${streamKey}|${String(change.seq).padStart(9, '0')}`;
      if (source.isOwn && (!own || order > orderOf(own))) {
        owns.set(key, { streamKey, seq: change.seq, hlc: change.hlc });
      }
    }
  }
  const records: Record<string, RecordState & { own?: OwnWrite }> = {};
  const ledger: string[] = [];
  for (const [key, state] of states) {
    const own = owns.get(key);
    const fields = Object.fromEntries(
      Object.entries(state.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    records[key] = { ...state, fields, ...(own && { own }) };
    if (own && isLiveEntry(state)) ledger.push(`${own.streamKey}|${own.seq}`);
  }
  return { records, rollups: totals([...states.values()]), ledger: ledger.toSorted() };
}

const orderOf = ({ hlc, streamKey, seq }: OwnWrite): string =>
  `${hlc}|${streamKey}|${String(seq).padStart(9, '0')}`;

function isLiveEntry(state: RecordState): boolean {
  if (state.type !== 'deliverable' || audienceMember(state.audience) === null) return false;
  const { isDeleted, isMoved } = deliverableFrom(state);
  return !isDeleted && !isMoved;
}

function totals(states: readonly RecordState[]): Snapshot['rollups'] {
  const cells: Record<string, { outcomeId: string; day: string; totals: DayTotals }> = {};
  for (const state of states.filter(isLiveEntry)) {
    const entry = deliverableFrom(state);
    if (entry.completedAtMs === null) continue;
    const { outcomeId, day } = entry;
    const key = `${monthOf(day)}|${state.audience}|${day}|${outcomeId}`;
    const before = cells[key]?.totals;
    const took = entry.requestedAtMs === null ? -1 : entry.completedAtMs - entry.requestedAtMs;
    cells[key] = {
      outcomeId,
      day,
      totals: {
        count: (before?.count ?? 0) + 1,
        quantity: micros(before?.quantity, entry.quantity),
        checkedQuantity: micros(
          before?.checkedQuantity,
          entry.errors === null ? 0 : entry.quantity,
        ),
        errors: micros(before?.errors, entry.errors ?? 0),
        valueMinor: micros(before?.valueMinor, entry.valueMinor ?? 0),
        reopenedCount: (before?.reopenedCount ?? 0) + (entry.reopenedCount > 0 ? 1 : 0),
        turnaroundMs: [...(before?.turnaroundMs ?? []), ...(took >= 0 ? [took] : [])].toSorted(
          (a, b) => a - b,
        ),
      },
    };
  }
  return cells;
}

/** Sums in whole millionths. */
const micros = (before = 0, amount: number): number =>
  Number(BigInt(Math.round(before * 1e6)) + BigInt(Math.round(amount * 1e6))) / 1e6;
