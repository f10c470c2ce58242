import { monthOf } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { Accumulator } from '#shared/metrics/accumulator';
import { contributionsOf } from '#shared/metrics/contributions';
import type { TermsSource } from '#shared/metrics/terms';
import { termsBook } from '#shared/metrics/terms';
import { textOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import type { Projection } from './projection.ts';
import { rollupKey, rollupsOf, segmentKey } from './record-key.ts';
import { MonthCells } from './month-cells.ts';
import { putMonths } from './rollup-writer.ts';
import { unpackLine } from './segments/segment-line.ts';

/** So many segments are unpacked at a time: a few megabytes. */
const SEGMENTS_AT_ONCE = 32;

/**
 * Replaces the roll-ups of an audience's outcomes by what its deliverables come to under other terms.
 * False where there is no work for any of them. Inside a transaction.
 */
export async function remeasure(
  db: Projection,
  audience: Audience,
  source: TermsSource,
  isAffected: (outcomeId: string) => boolean,
): Promise<boolean> {
  const book = termsBook(source);
  const sums = new Accumulator();
  let count = 0;
  await visitDeliverables(db, audience, isAffected, (deliverable) => {
    count += 1;
    const terms = book.of(deliverable.memberId, deliverable.outcomeId);
    for (const contribution of contributionsOf(deliverable, terms)) sums.add(contribution);
  });
  if (count > 0) await replaceCells(db, audience, sums, isAffected);
  return count > 0;
}

/** Every deliverable of some outcomes: those in rows, then the packed ones, a few segments at a time. */
async function visitDeliverables(
  db: Projection,
  audience: Audience,
  isWanted: (outcomeId: string) => boolean,
  visit: (deliverable: Deliverable) => void,
): Promise<void> {
  const visitWanted = (states: readonly RecordState[]): void => {
    for (const state of states) {
      if (isWanted(textOf(state.fields, 'outcomeId'))) visit(deliverableFrom(state));
    }
  };
  visitWanted(await db.deliverables.where('key').startsWith(`${audience}|`).toArray());
  const shelf = await db.shelves.get(audience);
  const heads = (shelf?.segments ?? []).filter(({ outcomeIds }) => outcomeIds.some(isWanted));
  const named = new Set(heads.flatMap(({ outcomeIds }) => outcomeIds).filter(isWanted));
  // As JSON writes them: a line that holds none of them is not worth unpacking. No outcome is not written.
  const written = [...named].map((outcomeId) =>
    outcomeId === '' ? '' : JSON.stringify(outcomeId),
  );
  for (let at = 0; at < heads.length; at += SEGMENTS_AT_ONCE) {
    const keys = heads
      .slice(at, at + SEGMENTS_AT_ONCE)
      .map(({ part }) => segmentKey(audience, part));
    const bodies = await db.segments.bulkGet(keys);
    const lines = bodies
      .flatMap((body) => body?.lines.split('\n') ?? [])
      .filter((line) => written.some((text) => line.includes(text)));
    visitWanted(lines.map((line) => unpackLine(line, audience)));
  }
}

async function replaceCells(
  db: Projection,
  audience: Audience,
  sums: Accumulator,
  isReplaced: (outcomeId: string) => boolean,
): Promise<void> {
  const held = await db.rollups.where('key').startsWith(rollupsOf(audience)).toArray();
  const months = new Map(held.map(({ key, cells }) => [key, new MonthCells(cells)]));
  for (const month of months.values()) month.dropOutcomes(isReplaced);
  for (const cell of sums.cells()) {
    const key = rollupKey(monthOf(cell.day), audience);
    let month = months.get(key);
    if (!month) months.set(key, (month = new MonthCells('')));
    month.put(cell);
  }
  await putMonths(db, months);
}
