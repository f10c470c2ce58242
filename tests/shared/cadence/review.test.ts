import { expect, test } from 'vitest';
import { reviewFigures } from '../../../shared/cadence/review-figures.ts';
import { reviewFrom } from '../../../shared/cadence/review.ts';
import { isDayKey } from '../../../shared/day.ts';
import type { Fields } from '../../../shared/stream/change.ts';

const read = (id: string, fields: Fields = {}) =>
  reviewFrom({ audience: 'managers', type: 'review', id, fields, stamp: '', stamps: {} });

test.each(['weekly.2026-11-16', '../../etc', 'weekly.', '', 'weekly.2026-13-45', 'a.b.c'])(
  'a review has days that a calendar can show, whatever its id: “%s”',
  (id) => {
    const { fromDay, toDay } = read(id, { fromDay: 'soon', toDay: 7 });
    expect(isDayKey(fromDay) && isDayKey(toDay)).toBe(true);
  },
);

test('the days in the id hold where no field says them', () => {
  expect(read('weekly.ana.2026-11-16')).toMatchObject({
    fromDay: '2026-11-16',
    toDay: '2026-11-16',
  });
});

test('figures that are none read as none, and the review stays', () => {
  for (const figures of [null, 7, 'x'.repeat(60_000), [], { kind: 'weekly' }, { headline: 5 }]) {
    const review = read('weekly.2026-11-16', { figures, 'note.output': 'said', 'decision.a': 7 });
    expect(reviewFigures(review.figures)).toBeNull();
    expect(review).toMatchObject({ notes: { output: 'said' }, decisions: [] });
  }
});
