import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { Accumulator } from '#shared/metrics/accumulator';
import { contributionsOf } from '#shared/metrics/contributions';
import { packTotals, unpackTotals } from '#shared/metrics/packed-totals';
import type { Contribution, DayTotals } from '#shared/metrics/rollup';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES, addTotals, quantile } from '#shared/metrics/rollup';
import { Multiset, sortSamples } from '#shared/metrics/samples';
import { sumTotals } from '#shared/metrics/sum-totals';
import { TERMS, anyWork } from './timed-work.ts';

const partsOf = (each: Deliverable): readonly Contribution[] =>
  contributionsOf(each, TERMS.of(each.memberId, each.outcomeId));

const keyOf = ({ outcomeId, day, clientDay }: Contribution): string =>
  `${outcomeId}/${day}/${clientDay}`;

const byKey = (cells: readonly Contribution[]): ReadonlyMap<string, DayTotals> =>
  new Map(cells.map((cell) => [keyOf(cell), cell.totals]));

/** Every cell from nothing: amounts summed in whole millionths, samples listed and sorted. */
function recomputed(all: readonly Deliverable[]): ReadonlyMap<string, DayTotals> {
  const parts = new Map<string, Contribution[]>();
  for (const part of all.flatMap(partsOf)) {
    parts.set(keyOf(part), [...(parts.get(keyOf(part)) ?? []), part]);
  }
  return new Map(
    [...parts].map(([key, list]) => {
      const totals = list.map((part) => part.totals);
      const amounts = AMOUNT_NAMES.map((name) => {
        const micros = totals.reduce((sum, each) => sum + BigInt(Math.round(each[name] * 1e6)), 0n);
        return [name, Number(micros) / 1e6];
      });
      const samples = SAMPLE_NAMES.map((name) => [
        name,
        totals.flatMap((each) => [...each[name]]).toSorted((a, b) => a - b),
      ]);
      return [key, { ...NO_TOTALS, ...Object.fromEntries([...amounts, ...samples]) }];
    }),
  );
}

/** What happens to work over time: it is there, is said differently, is taken away. */
const anyStory = fc.array(
  fc.record({ at: fc.nat({ max: 11 }), work: fc.option(anyWork, { nil: null }) }),
  { maxLength: 60 },
);

test('adding, editing and removing work one by one equals working everything out again', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const accumulator = new Accumulator();
      const held = new Map<number, Deliverable>();
      for (const { at, work } of story) {
        const before = held.get(at);
        if (before) partsOf(before).forEach((part) => accumulator.remove(part));
        if (work) partsOf(work).forEach((part) => accumulator.add(part));
        if (work) held.set(at, work);
        else held.delete(at);
      }
      expect(byKey(accumulator.cells())).toEqual(recomputed([...held.values()]));
    }),
  );
});

test('the order does not matter, not even taking away before adding', () => {
  const step = fc.record({ work: anyWork, order: fc.nat(), isGone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const moves = steps.flatMap(({ work, order, isGone }) => [
        { order, work, change: 'add' as const },
        ...(isGone ? [{ order: (order * 7919) % 1_009, work, change: 'remove' as const }] : []),
      ]);
      const accumulator = new Accumulator();
      for (const { work, change } of moves.toSorted((a, b) => a.order - b.order)) {
        for (const part of partsOf(work)) accumulator[change](part);
      }
      const left = steps.filter(({ isGone }) => !isGone).map(({ work }) => work);
      expect(byKey(accumulator.cells())).toEqual(recomputed(left));
    }),
  );
});

test('totals of parts merge in any grouping and any order', () => {
  const totals = fc
    .array(anyWork, { maxLength: 8 })
    .map((all) => sumTotals(all.flatMap(partsOf).map((part) => part.totals)));
  fc.assert(
    fc.property(totals, totals, totals, (a, b, c) => {
      const whole = addTotals(addTotals(a, b), c);
      expect(addTotals(a, addTotals(b, c))).toEqual(whole);
      expect(addTotals(c, addTotals(b, a))).toEqual(whole);
      expect(sumTotals([b, c, a])).toEqual(whole);
    }),
  );
});

test('percentiles of a multiset are those of sorting everything that is left', () => {
  const value = fc.integer({ min: -3, max: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ value, isGone: fc.boolean() }), { maxLength: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (steps, p) => {
        const multiset = new Multiset();
        for (const { value, isGone } of steps) {
          multiset.add([value]);
          if (isGone) multiset.remove([value]);
        }
        const left = steps.filter(({ isGone }) => !isGone).map((step) => step.value);
        const sorted = left.toSorted((a, b) => a - b);
        expect(multiset.sorted()).toEqual(sorted);
        expect(quantile(multiset.sorted(), p)).toBe(quantile(sorted, p));
      },
    ),
  );
});

test('what was read once stays as it was read', () => {
  const multiset = new Multiset();
  multiset.add([3, 1]);
  const before = multiset.sorted();
  multiset.add([2]);
  multiset.remove([3]);
  expect(before).toEqual([1, 3]);
  expect(multiset.sorted()).toEqual([1, 2]);
});

test('few and many samples are sorted alike', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), (values) => {
      expect(sortSamples(values)).toEqual(values.toSorted((a, b) => a - b));
    }),
  );
});

test('packed totals come back as they were, and empty ones cost nothing', () => {
  fc.assert(
    fc.property(anyWork, (each) => {
      for (const { totals } of partsOf(each)) {
        const json = JSON.stringify(packTotals(totals));
        expect(unpackTotals(JSON.parse(json))).toEqual(totals);
      }
    }),
  );
  expect(JSON.stringify(packTotals(NO_TOTALS))).toBe('[[]]');
});
