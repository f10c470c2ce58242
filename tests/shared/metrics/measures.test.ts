import { describe, expect, it } from 'vitest';
import { NOTHING_OVERDUE, complianceOf, openSla } from '#shared/metrics/compliance';
import { inProgress, waitSharesOf } from '#shared/metrics/flow';
import { readMeasure } from '#shared/metrics/measures';
import type { DayTotals } from '#shared/metrics/rollup';
import { NO_TOTALS } from '#shared/metrics/rollup';
import { agedWork, usualCycleMs } from '#shared/metrics/usual-age';
import type { MeasureKind } from '#shared/plan/outcome';
import { TERMS, work } from './timed-work.ts';

const HOUR_MS = 3_600_000;
const totals = (some: Partial<DayTotals>): DayTotals => ({ ...NO_TOTALS, ...some });
const at = (text: string): number => Date.parse(text);

const read = (
  kind: MeasureKind,
  some: Partial<DayTotals>,
  target = 0,
  direction: 'atLeast' | 'atMost' = 'atLeast',
) => readMeasure({ kind, direction, target, quantile: 0.5 }, totals(some));

describe('a measure', () => {
  it('sums quantity, value and cost', () => {
    const some = { count: 3, quantity: 12.5, valueMinor: 900, costMinor: 350 };
    expect(read('quantity', some, 12.5)).toEqual({
      value: 12.5,
      n: 3,
      interval: null,
      isMet: true,
    });
    expect(read('value', some, 901)).toMatchObject({ value: 900, n: 3, isMet: false });
    expect(read('cost', some, 350, 'atMost')).toMatchObject({ value: 350, isMet: true });
    expect(read('quantity', {}, 1)).toMatchObject({ value: 0, n: 0, isMet: false });
  });

  it('takes a quantile of working minutes', () => {
    const times = [HOUR_MS, 2 * HOUR_MS, 6 * HOUR_MS];
    const measure = {
      kind: 'turnaround',
      direction: 'atMost',
      target: 240,
      quantile: 0.75,
    } as const;
    expect(readMeasure(measure, totals({ turnaroundWorkMs: times }))).toEqual({
      value: 240,
      n: 3,
      interval: null,
      isMet: true,
    });
    expect(read('firstResponse', { responseWorkMs: times }).value).toBe(120);
    expect(read('cycleTime', { cycleWorkMs: times }).value).toBe(120);
    expect(read('cycleTime', {})).toEqual({ value: null, n: 0, interval: null, isMet: null });
  });

  it('tells accuracy with its interval and the size of what was checked', () => {
    // 1 error in 50 by the score interval: 0.8951–0.9965 (Wilson 1927).
    const reading = read('accuracy', { quantity: 400, checkedQuantity: 50, errors: 1 }, 0.98);
    expect(reading).toMatchObject({ value: 0.98, n: 50, isMet: true });
    expect(reading.interval?.low).toBeCloseTo(0.895, 3);
    expect(reading.interval?.high).toBeCloseTo(0.9965, 4);
    expect(read('accuracy', { quantity: 400 })).toMatchObject({ value: null, n: 0, isMet: null });
  });

  it('means the scores and divides the sums of a ratio', () => {
    expect(read('score', { scoreSum: 13.5, scoreCount: 3 }, 4.5)).toMatchObject({
      value: 4.5,
      n: 3,
      isMet: true,
    });
    expect(read('score', {}).value).toBeNull();
    expect(read('ratio', { partCount: 3, wholeCount: 4 }).value).toBe(0.75);
    expect(read('ratio', { partCount: 6, wholeCount: 4 })).toMatchObject({
      value: 1.5,
      interval: null,
    });
    expect(read('ratio', { partCount: 6 }).value).toBeNull();
  });

  it('counts what is overdue now against compliance', () => {
    const some = totals({
      startedMet: 8,
      completedMet: 7,
      completedMissed: 1,
      completedMetExcused: 8,
    });
    const measure = {
      kind: 'slaCompliance',
      direction: 'atLeast',
      target: 0.9,
      quantile: 0.5,
    } as const;
    expect(readMeasure(measure, some)).toMatchObject({ value: 15 / 16, n: 16, isMet: true });
    const open = { ...NOTHING_OVERDUE, started: { overdue: 4, overdueExcused: 1 } };
    expect(readMeasure(measure, some, open)).toMatchObject({ value: 0.75, n: 20, isMet: false });
    const { raw, excused } = complianceOf(some, open, ['completed']);
    expect([raw.met, raw.counted, excused.met, excused.counted]).toEqual([7, 8, 8, 8]);
    expect(complianceOf(NO_TOTALS).raw).toEqual({ met: 0, counted: 0, share: null });
  });
});

describe('open promises', () => {
  const now = at('2026-03-25T12:00:00Z');

  it('count once they are late, each stage by itself, and excused beside', () => {
    const asked = { outcomeId: 'tickets', requestedAtMs: at('2026-03-25T09:00:00Z') };
    const waiting = { 'block.a': { fromMs: at('2026-03-25T09:30:00Z'), on: 'client' } };
    const open = [
      work('ana', asked),
      work('ana', { ...asked, respondedAtMs: asked.requestedAtMs }),
      work('ana', { ...asked, ...waiting }),
      work('ana', { ...asked, requestedAtMs: at('2026-03-25T11:30:00Z') }),
      work('ana', { outcomeId: 'tickets' }),
    ];
    expect(openSla(open, TERMS, now)).toEqual({
      ...NOTHING_OVERDUE,
      responded: { overdue: 2, overdueExcused: 1 },
    });
    expect(openSla(open, TERMS, now + 2 * 86_400_000).started).toMatchObject({ overdue: 4 });
    expect(NOTHING_OVERDUE.responded.overdue).toBe(0);
  });
});

describe('flow', () => {
  it('says who was waited for', () => {
    const waits = waitSharesOf(totals({ waitedClientMs: 3 * HOUR_MS, waitedSystemMs: HOUR_MS }));
    expect(waits).toEqual([
      { on: 'client', waitedMs: 3 * HOUR_MS, shareRatio: 0.75 },
      { on: 'system', waitedMs: HOUR_MS, shareRatio: 0.25 },
    ]);
    expect(waitSharesOf(NO_TOTALS)).toEqual([]);
  });

  it('has work in progress age against what is usual for its outcome', () => {
    const started = (outcomeId: string, text: string) =>
      work('ben', { outcomeId, startedAtMs: at(text) }, `${outcomeId} ${text}`);
    const open = [
      started('unknown', '2026-03-24T14:00:00Z'),
      started('books', '2026-03-25T14:00:00Z'),
      started('books', '2026-03-24T14:00:00Z'),
      work('ben', { outcomeId: 'books', requestedAtMs: 0 }),
    ];
    expect(inProgress(open)).toHaveLength(3);
    const past = totals({
      cycleWorkMs: Array.from({ length: 20 }, (_, i) => (i + 1) * 0.25 * HOUR_MS),
    });
    expect(usualCycleMs(past)).toBeCloseTo(4.2875 * HOUR_MS, 3);
    expect(usualCycleMs(totals({ cycleWorkMs: [HOUR_MS] }))).toBeNull();
    const usual = (id: string) => (id === 'books' ? usualCycleMs(past) : null);
    const aged = agedWork(open, TERMS, usual, at('2026-03-25T17:00:00Z'));
    expect(
      aged.map(({ deliverable, ageMs, isOlderThanUsual }) => [
        deliverable.id,
        ageMs / HOUR_MS,
        isOlderThanUsual,
      ]),
    ).toEqual([
      ['books 2026-03-24T14:00:00Z', 11, true],
      ['books 2026-03-25T14:00:00Z', 3, false],
      ['unknown 2026-03-24T14:00:00Z', 11, false],
    ]);
  });
});
