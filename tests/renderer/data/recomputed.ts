import { monthOf } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { contributionsOf } from '#shared/metrics/contributions';
import { AMOUNT_NAMES, SAMPLE_NAMES } from '#shared/metrics/rollup';
import type { Contribution, DayTotals } from '#shared/metrics/rollup';
import { termsBook } from '#shared/metrics/terms';
import type { TermsSource } from '#shared/metrics/terms';
import { audienceMember } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';
import { NO_TERMS } from '../../../renderer/data/kept-terms.ts';
import { rollupKey } from '../../../renderer/data/record-key.ts';
import type { OwnWrite } from '../../../renderer/data/stored.ts';
import type { Snapshot } from './snapshot.ts';
import type { TestStream } from './streams.ts';

/**
 * What a database should know after these streams, worked out the plain way: every change folded in
 * memory, every total summed from scratch over scaled integers, measured by these terms.
 */
export function recomputed(
  streams: readonly TestStream[],
  terms: TermsSource = NO_TERMS,
): Omit<Snapshot, 'duplicates'> {
  const states = new Map<string, RecordState>();
  const owns = new Map<string, OwnWrite>();
  for (const { source, changes, key: streamKey } of streams) {
    for (const change of changes) {
      const key = `${source.audience}/${change.type}/${change.id}`;
      states.set(key, mergeChange(states.get(key), change, source.stream, source.audience));
      const own = owns.get(key);
      const write = { streamKey, seq: change.seq, hlc: change.hlc };
      if (source.isOwn && (!own || isLater(write, own))) owns.set(key, write);
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
  return { records, rollups: totals([...states.values()], terms), ledger: ledger.toSorted() };
}

const isLater = (a: OwnWrite, b: OwnWrite): boolean => {
  if (a.hlc !== b.hlc) return a.hlc > b.hlc;
  return a.streamKey === b.streamKey ? a.seq > b.seq : a.streamKey < b.streamKey;
};

function isLiveEntry(state: RecordState): boolean {
  if (state.type !== 'deliverable' || audienceMember(state.audience) === null) return false;
  const { isDeleted, isMoved } = deliverableFrom(state);
  return !isDeleted && !isMoved;
}

function totals(states: readonly RecordState[], source: TermsSource): Snapshot['rollups'] {
  const book = termsBook(source);
  const cells = new Map<string, Contribution[]>();
  for (const state of states.filter(isLiveEntry)) {
    const entry = deliverableFrom(state);
    for (const part of contributionsOf(entry, book.of(entry.memberId, entry.outcomeId))) {
      const { outcomeId, day, clientDay } = part;
      const key = `${rollupKey(monthOf(day), state.audience)}|${day}|${clientDay}|${outcomeId}`;
      cells.set(key, [...(cells.get(key) ?? []), part]);
    }
  }
  return Object.fromEntries([...cells].map(([key, parts]) => [key, summed(parts)]));
}

function summed(parts: readonly Contribution[]): Contribution {
  const amounts = AMOUNT_NAMES.map((name) => [
    name,
    micros(parts.map(({ totals: of }) => of[name])),
  ]);
  const samples = SAMPLE_NAMES.map((name) => [
    name,
    parts.flatMap(({ totals: of }) => [...of[name]]).toSorted((a, b) => a - b),
  ]);
  const [{ outcomeId, day, clientDay } = { outcomeId: '', day: '', clientDay: '' }] = parts;
  const whole = Object.fromEntries([...amounts, ...samples]) as DayTotals;
  return { outcomeId, day, clientDay, totals: whole };
}

/** Sums in whole millionths. */
const micros = (amounts: readonly number[]): number =>
  Number(amounts.reduce((sum, amount) => sum + BigInt(Math.round(amount * 1e6)), 0n)) / 1e6;
