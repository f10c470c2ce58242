import type { PackedTotals } from '#shared/metrics/packed-totals';
import { packTotals, unpackSamples, unpackTotals } from '#shared/metrics/packed-totals';
import { AMOUNT_NAMES } from '#shared/metrics/rollup';
import type { Contribution, DayTotals, SampleName } from '#shared/metrics/rollup';
import type { Samples } from '#shared/metrics/samples';

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

/** Where a cell belongs. */
export type CellPlace = Omit<RollupCell, 'totals'>;

/** Visits every cell of a record. Its totals stay text: most readers want some of them, and few all of each. */
export function eachPacked(cells: string, visit: (place: CellPlace, totals: string) => void): void {
  const outcomeIds = new Map<string, string>();
  for (let from = 0; from < cells.length;) {
    const end = cells.indexOf('\n', from);
    const to = end === -1 ? cells.length : end;
    const tab = cells.indexOf('\t', from);
    visit(placeFrom(cells.slice(from, tab), outcomeIds), cells.slice(tab + 1, to));
    from = to + 1;
  }
}

const PLAIN_DAYS = /","\d{4}-\d\d-\d\d","\d{4}-\d\d-\d\d"\]$/;
const DAYS_LENGTH = '","yyyy-mm-dd","yyyy-mm-dd"]'.length;

/** As `cellKey` writes it; cut out where it is as plain as nearly all are, which is quicker than JSON. */
function placeFrom(key: string, outcomeIds: Map<string, string>): CellPlace {
  if (!PLAIN_DAYS.test(key) || key.includes('\\')) {
    const [outcomeId, day, clientDay] = JSON.parse(key) as PackedKey;
    return { outcomeId, day, clientDay };
  }
  const name = key.slice(2, -DAYS_LENGTH);
  let outcomeId = outcomeIds.get(name);
  // A cut that is kept would keep the whole record with it: what is parsed is its own.
  if (outcomeId === undefined)
    outcomeIds.set(name, (outcomeId = JSON.parse(`"${name}"`) as string));
  return { outcomeId, day: key.slice(-25, -15), clientDay: key.slice(-12, -2) };
}

/** How many were completed, of totals as `totalsText` writes them: it stands first where it is not zero. */
export const countIn = (totals: string): number =>
  totals.startsWith(COUNT_FIRST) ? Number.parseInt(totals.slice(COUNT_FIRST.length), 10) : 0;

const COUNT_FIRST = `[[${AMOUNT_NAMES.indexOf('count')},`;

/** One of the times of totals as `totalsText` writes them. */
export const samplesIn = (totals: string, name: SampleName): Samples =>
  unpackSamples(JSON.parse(totals) as PackedTotals, name);

/** The wanted cells of a record at once. */
export function unpackCells(
  cells: string,
  isWanted: (of: CellPlace) => boolean = () => true,
): RollupCell[] {
  const places: CellPlace[] = [];
  const totals: string[] = [];
  eachPacked(cells, (place, text) => {
    if (!isWanted(place)) return;
    places.push(place);
    totals.push(text);
  });
  // Parsing them together is several times as fast as one by one.
  const parsed = JSON.parse(`[${totals.join(',')}]`) as readonly PackedTotals[];
  return places.map((place, at) => ({ ...place, totals: unpackTotals(parsed[at] ?? [[]]) }));
}

const cellFrom = ([outcomeId, day, clientDay]: PackedKey, packed: PackedTotals): RollupCell => ({
  outcomeId,
  day,
  clientDay,
  totals: unpackTotals(packed),
});
