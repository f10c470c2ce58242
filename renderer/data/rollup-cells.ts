import type { PackedTotals } from '#shared/metrics/packed-totals';
import { packTotals, unpackTotals } from '#shared/metrics/packed-totals';
import type { Contribution, DayTotals } from '#shared/metrics/rollup';

/** The totals of one outcome, member's day and client's day. */
export type RollupCell = Contribution;

/**
 * A roll-up record packs its cells as lines, `<key>\t<totals>`, both JSON, which escapes tabs and
 * newlines: an edit takes apart only the cells that it touches.
 */
type PackedKey = readonly [outcomeId: string, day: string, clientDay: string];

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

/** A cell's totals, as its line ends. */
export const totalsText = (totals: DayTotals): string => JSON.stringify(packTotals(totals));

/** Written by `cellKey` and `totalsText` alone. */
export const unpackCell = (key: string, totals: string): RollupCell =>
  cellFrom(JSON.parse(key) as PackedKey, JSON.parse(totals) as PackedTotals);

/** The wanted cells of a record at once. */
export function unpackCells(
  cells: string,
  isWanted: (of: Omit<RollupCell, 'totals'>) => boolean = () => true,
): RollupCell[] {
  // One array of keys and totals by turns: parsing it whole is several times as fast as line by line.
  const json = `[${cells.replaceAll('\t', ',').replaceAll('\n', ',')}]`;
  const parts = JSON.parse(json) as readonly (PackedKey | PackedTotals)[];
  const unpacked: RollupCell[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [outcomeId, day, clientDay] = parts[at] as PackedKey;
    if (!isWanted({ outcomeId, day, clientDay })) continue;
    unpacked.push(cellFrom(parts[at] as PackedKey, parts[at + 1] as PackedTotals));
  }
  return unpacked;
}

const cellFrom = ([outcomeId, day, clientDay]: PackedKey, packed: PackedTotals): RollupCell => ({
  outcomeId,
  day,
  clientDay,
  totals: unpackTotals(packed),
});
