import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryFrom } from '../../../../../renderer/data/entry.ts';
import {
  ageingDots,
  ageingRows,
} from '../../../../../renderer/features/insights/flow/ageing-rows.ts';

const MARKS = { count: 20, relativeError: 0, p50Ms: 10, p85Ms: 20, p95Ms: 30 };

const item = fc
  .record({
    id: fc.uuid(),
    outcomeId: fc.constantFrom('uploads', 'replies', 'unknown'),
    place: fc.double({ min: 0, max: 4, noNaN: true }),
  })
  .map(({ id, outcomeId, place }) => ({
    deliverable: entryFrom({
      audience: 'm-ana',
      type: 'deliverable',
      id,
      fields: { outcomeId },
      stamp: '',
    }),
    basis: 'cycle' as const,
    ageMs: place,
    isBlocked: false,
    against: outcomeId === 'unknown' ? null : { marks: MARKS, band: 'usual' as const, place },
  }));
const sorted = fc
  .uniqueArray(item, { maxLength: 30, selector: ({ deliverable }) => deliverable.id })
  .map((all) => all.toSorted((a, b) => (b.against?.place ?? -1) - (a.against?.place ?? -1)));

test('each comparable piece is one dot in the row of its outcome, young to old, none upon its neighbour', () => {
  fc.assert(
    fc.property(sorted, (aged) => {
      const rows = ageingRows(aged);
      const dots = ageingDots(rows);
      const known = aged.filter(({ against }) => against !== null);
      expect(new Set(dots.map((dot) => dot.item))).toEqual(new Set(known));
      expect(dots).toHaveLength(known.length);
      for (const [at, dot] of dots.entries()) {
        expect(rows[dot.row]?.outcomeId).toBe(dot.item.deliverable.outcomeId);
        const before = dots[at - 1];
        if (before?.row !== dot.row) continue;
        expect(before.place).toBeLessThanOrEqual(dot.place);
        if (dot.place - before.place < 0.04) expect(before.lane).not.toBe(dot.lane);
      }
    }),
  );
});
