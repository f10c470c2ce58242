import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOfOutage } from '#shared/outages/excused-time';
import { outageFrom, outageId } from '#shared/outages/outage';
import type { RecordState } from '#shared/stream/merge';
import { THURSDAY_MS, readSample, sampleAt } from './read-sample.ts';

const times = fc.integer({
  min: Date.parse('2026-01-01T00:00:00Z'),
  max: Date.parse('2030-12-31T00:00:00Z'),
});

const outagesAt = (nowMs: number) => {
  const { records } = readSample(sampleAt(nowMs));
  const states: readonly RecordState[] = records.filter(({ type }) => type === 'outage');
  return states.map((state) => {
    const outage = outageFrom(state);
    if (!outage) throw new Error(`${state.id} is no outage`);
    return outage;
  });
};

test('the team had outages of both kinds, seen and told, counted, dismissed and not answered yet', () => {
  const outages = outagesAt(THURSDAY_MS);
  expect(new Set(outages.map(({ kind }) => kind))).toEqual(new Set(['power', 'connection']));
  expect(new Set(outages.map(standingOfOutage))).toEqual(
    new Set(['counted', 'dismissed', 'asked']),
  );
  expect(new Set(outages.map(({ seenBy }) => seenBy))).toEqual(
    new Set(['unclean-stop', 'unreachable-target', 'told']),
  );
});

test('they are past and named by kind and start, whenever the sample is made', () => {
  fc.assert(
    fc.property(times, (nowMs) => {
      const outages = outagesAt(nowMs);
      expect(outages.length).toBeGreaterThanOrEqual(5);
      for (const { id, kind, seenBy, fromMs, toMs } of outages) {
        expect(id).toBe(outageId(kind, seenBy, fromMs));
        expect(toMs).toBeGreaterThan(fromMs);
        expect(toMs).toBeLessThanOrEqual(nowMs);
      }
    }),
    { numRuns: 4 },
  );
});
