import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from '#shared/metrics/rollup';
import type { DayTotals } from '#shared/metrics/rollup';
import type { RollupCell } from '../../../renderer/data/rollup-cells.ts';
import {
  cellKey,
  countIn,
  eachPacked,
  joinPacked,
  samplesIn,
  totalsText,
  unpackCells,
} from '../../../renderer/data/rollup-cells.ts';

const amount = fc.oneof(
  fc.nat(),
  fc.constant(0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const totals: fc.Arbitrary<DayTotals> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...AMOUNT_NAMES), amount),
    fc.dictionary(fc.constantFrom(...SAMPLE_NAMES), fc.array(fc.nat(), { minLength: 1 })),
    fc.nat(),
  )
  .map(([amounts, samples, count]) => ({ ...NO_TOTALS, ...amounts, ...samples, count }));

/** What a hostile log may call things, and days that nobody believes. */
const outcomeId = fc.oneof(
  fc.constantFrom('uploads', 'a"b', 'a\\b', '\t', '\n', '","2026-01-01', ''),
  fc.string(),
);
const day = fc.constantFrom('2026-11-23', '2099-01-01', '', '","', '10000-01-01', '2026-11-2');

const cells: fc.Arbitrary<RollupCell[]> = fc.uniqueArray(
  fc.record({ outcomeId, day, clientDay: day, totals }),
  { selector: cellKey, maxLength: 12 },
);

const packed = (all: readonly RollupCell[]): string =>
  joinPacked(new Map(all.map((cell) => [cellKey(cell), totalsText(cell.totals)])));

/** What is not there is 0, and so is what JSON writes of -0. */
const written = (all: readonly RollupCell[]): unknown => JSON.parse(JSON.stringify(all));

test('what is packed comes out as it went in, and what is not wanted does not', () => {
  fc.assert(
    fc.property(cells, fc.array(outcomeId), (all, unwanted) => {
      const isWanted = (place: { readonly outcomeId: string }) =>
        !unwanted.includes(place.outcomeId);
      expect(written(unpackCells(packed(all), isWanted))).toEqual(written(all.filter(isWanted)));
    }),
  );
});

test('one number of packed totals is the one that they hold', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const read: unknown[] = [];
      eachPacked(packed(all), (place, text) =>
        read.push({ ...place, count: countIn(text), times: samplesIn(text, 'cycleWorkMs') }),
      );
      expect(read).toEqual(
        all.map(({ totals: { count, cycleWorkMs }, ...place }) => ({
          ...place,
          count,
          times: cycleWorkMs,
        })),
      );
    }),
  );
});
