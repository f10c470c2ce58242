import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIGURES_BYTES, fitWeekly } from '#shared/cadence/fit-figures';
import { reviewFigures } from '#shared/cadence/review-figures';
import type { ReviewFigures, WeeklyFigures } from '#shared/cadence/review-figures';
import { jsonFault } from '#shared/stream/canonical';
import { generateSample } from '#shared/sample/generate';

/** Thursday 19 November 2026, 15:30 in Manila. */
const sample = generateSample({
  seed: 7,
  nowMs: Date.parse('2026-11-19T07:30:00Z'),
  managerZone: 'Asia/Manila',
});
const kept = sample.edits.flatMap(({ edit }): readonly ReviewFigures[] => {
  if (edit.type !== 'review' || edit.fields['figures'] === undefined) return [];
  const figures = reviewFigures(edit.fields['figures']);
  if (!figures) throw new Error(`${edit.id} cannot be read`);
  return [figures];
});
const weekly = kept.find((figures): figures is WeeklyFigures => figures.kind === 'weekly');

test('the parts of a change and the rest make up all of it', () => {
  const changes = kept.flatMap((figures) => figures.changes);
  expect(changes.length).toBeGreaterThan(3);
  for (const { before, after, parts, rest } of changes) {
    const told = parts.reduce((sum, part) => sum + part.change, rest);
    expect(told).toBeCloseTo(after - before, 9);
  }
});

test('output is told by outcome, what is furthest from its target first', () => {
  const shares = (weekly?.output ?? []).flatMap(({ quantity, expected }) =>
    expected === null || expected === 0 ? [] : [quantity / expected],
  );
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('whatever a week holds, its figures can be kept and read again, and say what is left out', () => {
  if (!weekly) throw new Error('the sample holds no weekly review');
  const stuck = fc.record({
    id: fc.uuid(),
    memberId: fc.constant('ana'),
    member: fc.string({ maxLength: 60 }),
    outcomeId: fc.constant('uploads'),
    outcome: fc.string({ maxLength: 60 }),
    title: fc.string({ unit: 'grapheme', maxLength: 900 }),
    on: fc.constant('client' as const),
    who: fc.constant(''),
    reason: fc.string({ unit: 'grapheme', maxLength: 900 }),
    sinceMs: fc.integer(),
    behind: fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(stuck, { maxLength: 60 }), (all) => {
      const fitted = fitWeekly({ ...weekly, stuck: all });
      const json = JSON.parse(JSON.stringify(fitted));
      expect(new TextEncoder().encode(JSON.stringify(fitted)).length).toBeLessThanOrEqual(
        FIGURES_BYTES,
      );
      expect(jsonFault(json, 16)).toBeNull();
      expect(reviewFigures(json)).toEqual(fitted);
      expect(fitted.stuck.length + (fitted.leftOut['stuck'] ?? 0)).toBe(all.length);
      expect(fitted.stuck.map(({ id }) => id)).toEqual(
        all.slice(0, fitted.stuck.length).map(({ id }) => id),
      );
    }),
    { numRuns: 25 },
  );
});

test('what another version wrote is not guessed at', () => {
  expect(reviewFigures({ kind: 'yearly' })).toBeNull();
  expect(reviewFigures(undefined)).toBeNull();
});
