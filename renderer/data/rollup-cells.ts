import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from '#shared/metrics/rollup';
import type { Contribution, DayTotals, TotalsDraft } from '#shared/metrics/rollup';
import type { Samples } from '#shared/metrics/samples';

/** The totals of one outcome, member's day and client's day. */
export type RollupCell = Contribution;

/**
 * A roll-up record packs its cells as lines, `<key>\t<totals>`, both JSON, which escapes tabs and
 * newlines: an edit takes apart only the cells that it touches. What is zero or empty is left out.
 */
type PackedKey = readonly [outcomeId: string, day: string, clientDay: string];
/** By their places in `AMOUNT_NAMES` and `SAMPLE_NAMES`: place, value, place, value, … */
type PackedTotals = readonly [amounts: readonly number[], samples?: readonly (number | Samples)[]];

/** A cell's key, as its line begins. */
export const cellKey = ({ outcomeId, day, clientDay }: Omit<RollupCell, 'totals'>): string =>
  JSON.stringify([outcomeId, day, clientDay] satisfies PackedKey);

export const outcomeOfCell = (key: string): string => (JSON.parse(key) as PackedKey)[0];

/** The packed totals of a record by cell key. */
export const packedByKey = (cells: string): Map<string, string> =>
  new Map(
    cells === ''
      ? []
      : cells.split('\n').map((line) => {
          const at = line.indexOf('\t');
          return [line.slice(0, at), line.slice(at + 1)];
        }),
  );

export const joinPacked = (packed: ReadonlyMap<string, string>): string =>
  [...packed].map(([key, totals]) => `${key}\t${totals}`).join('\n');

export function packTotals(totals: DayTotals): string {
  const amounts: number[] = [];
  for (const [at, name] of AMOUNTS) if (totals[name] !== 0) amounts.push(at, totals[name]);
  const samples: (number | Samples)[] = [];
  for (const [at, name] of SAMPLES) if (totals[name].length > 0) samples.push(at, totals[name]);
  const packed: PackedTotals = samples.length === 0 ? [amounts] : [amounts, samples];
  return JSON.stringify(packed);
}

const AMOUNTS = [...AMOUNT_NAMES.entries()];
const SAMPLES = [...SAMPLE_NAMES.entries()];

/** Written by `cellKey` and `packTotals` alone. */
export const unpackCell = (key: string, totals: string): RollupCell =>
  cellFrom(JSON.parse(key) as PackedKey, JSON.parse(totals) as PackedTotals);

/** All cells of a record at once. */
export function unpackCells(cells: string): RollupCell[] {
  // One array of keys and totals by turns: parsing it whole is several times as fast as line by line.
  const json = `[${cells.replaceAll('\t', ',').replaceAll('\n', ',')}]`;
  const parts = JSON.parse(json) as readonly (PackedKey | PackedTotals)[];
  const unpacked: RollupCell[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    unpacked.push(cellFrom(parts[at] as PackedKey, parts[at + 1] as PackedTotals));
  }
  return unpacked;
}

function cellFrom(
  [outcomeId, day, clientDay]: PackedKey,
  [amounts, samples = []]: PackedTotals,
): RollupCell {
  const totals: TotalsDraft = { ...NO_TOTALS };
  for (let at = 0; at < amounts.length; at += 2) {
    const name = AMOUNT_NAMES[amounts[at] as number];
    if (name) totals[name] = amounts[at + 1] as number;
  }
  for (let at = 0; at < samples.length; at += 2) {
    const name = SAMPLE_NAMES[samples[at] as number];
    if (name) totals[name] = samples[at + 1] as Samples;
  }
  return { outcomeId, day, clientDay, totals };
}
