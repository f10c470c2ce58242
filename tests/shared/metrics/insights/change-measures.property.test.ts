import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsOf } from '#shared/metrics/contributions';
import { exactSum } from '#shared/metrics/exact';
import {
  CHANGE_MEASURES,
  changeBetween,
  countsBy,
  countsByVersion,
} from '#shared/metrics/insights/change-measures';
import { TERMS, anyWork } from '../timed-work.ts';

const RANGE = { fromDay: '2026-03-20', toDay: '2026-05-01' };
const all = fc.array(anyWork, { maxLength: 20 });
const measures = fc.constantFrom(...CHANGE_MEASURES);

test('by member, by outcome or by SOP version: the same whole before, after and in between', () => {
  fc.assert(
    fc.property(all, all, measures, (before, after, measure) => {
      const cellsOf = (works: typeof before) =>
        works.flatMap((each) =>
          contributionsOf(each, TERMS.of(each.memberId, each.outcomeId))
            .filter(({ day }) => RANGE.fromDay <= day && day <= RANGE.toDay)
            .map(({ outcomeId, totals }) => ({
              memberId: each.memberId,
              outcomeId,
              amounts: totals,
            })),
        );
      const [was, is] = [cellsOf(before), cellsOf(after)];
      const wholeOf = (cells: typeof was) =>
        countsBy(cells, measure, () => '').get('') ?? { hits: 0, of: 0 };
      const versioned = (works: typeof before, cells: typeof was) =>
        countsByVersion(
          works
            .filter(({ reopenedCount }) => reopenedCount > 0)
            .map((deliverable) => ({ versionId: deliverable.outcomeId, deliverable })),
          measure,
          wholeOf(cells),
          { terms: TERMS, range: RANGE, daysBy: 'member' },
        );
      const changes = [
        changeBetween(
          measure,
          countsBy(was, measure, (cell) => cell.memberId),
          countsBy(is, measure, (cell) => cell.memberId),
        ),
        changeBetween(
          measure,
          countsBy(was, measure, (cell) => cell.outcomeId),
          countsBy(is, measure, (cell) => cell.outcomeId),
        ),
        changeBetween(measure, versioned(before, was), versioned(after, is)),
      ];
      for (const change of changes) {
        expect(change?.change).toBe(changes[0]?.change);
        expect(change?.before).toBe(changes[0]?.before);
        const total = (change?.parts ?? []).map((part) => part.change).reduce(exactSum, 0);
        if (change) expect(total).toBeCloseTo(change.change, 5);
      }
    }),
  );
});
