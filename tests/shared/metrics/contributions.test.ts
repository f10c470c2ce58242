import { describe, expect, it } from 'vitest';
import { contributionsOf } from '#shared/metrics/contributions';
import type { Contribution, DayTotals } from '#shared/metrics/rollup';
import { NO_TOTALS } from '#shared/metrics/rollup';
import type { Fields } from '#shared/stream/change';
import { TERMS, work } from './timed-work.ts';

const HOUR_MS = 3_600_000;
const at = (text: string): number => Date.parse(text);

const partsOf = (fields: Fields, memberId = 'ana'): readonly Contribution[] => {
  const deliverable = work(memberId, { outcomeId: 'tickets', ...fields });
  return contributionsOf(deliverable, TERMS.of(memberId, deliverable.outcomeId));
};

/** What is not zero or empty. */
const said = (totals: DayTotals | undefined): Partial<DayTotals> =>
  Object.fromEntries(
    Object.entries(totals ?? {}).filter(([, value]) => value !== 0 && String(value) !== ''),
  );

describe('what one deliverable adds', () => {
  it('counts an answer on the work day it was given, while the work is open', () => {
    // 02:30 on Thursday in Manila: the shift that began on Wednesday evening.
    const parts = partsOf({
      requestedAtMs: at('2026-03-25T16:30:00Z'),
      respondedAtMs: at('2026-03-25T18:30:00Z'),
    });
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ outcomeId: 'tickets', day: '2026-03-25' });
    // Rome closes at 17:00 UTC: half an hour of its time was used.
    expect(said(parts[0]?.totals)).toEqual({
      arrivedCount: 1,
      responseWorkMs: [HOUR_MS / 2],
      respondedMet: 1,
      respondedMetExcused: 1,
    });
  });

  it('puts answers and completion on their own days, and on one where the days are the same', () => {
    const times = {
      requestedAtMs: at('2026-03-25T13:30:00Z'),
      startedAtMs: at('2026-03-25T15:00:00Z'),
      completedAtMs: at('2026-03-26T15:00:00Z'),
      day: '2026-03-26',
      clientDay: '2026-03-27',
    };
    const [completion, start, ...others] = partsOf(times);
    expect(others).toEqual([]);
    expect(completion).toMatchObject({ day: '2026-03-26', clientDay: '2026-03-27' });
    expect(completion?.totals).toMatchObject({ completedMet: 1, startedMet: 0, count: 1 });
    expect(completion?.totals.turnaroundWorkMs).toEqual([10.5 * HOUR_MS]);
    expect(completion?.totals.cycleWorkMs).toEqual([9 * HOUR_MS]);
    expect(start).toMatchObject({ day: '2026-03-25', clientDay: '2026-03-25' });
    // An hour and a half: too late for a response, in time for a start.
    expect(said(start?.totals)).toEqual({
      arrivedCount: 1,
      startedCount: 1,
      responseWorkMs: [1.5 * HOUR_MS],
      respondedMissed: 1,
      respondedMissedExcused: 1,
      startedMet: 1,
      startedMetExcused: 1,
    });
    const sameDay = partsOf({ ...times, day: '2026-03-25', completedAtMs: times.startedAtMs });
    expect(sameDay).toHaveLength(1);
    expect(sameDay[0]?.totals).toMatchObject({ startedMet: 1, completedMet: 1, count: 1 });
  });

  it('holds work to the promise that was in force on the day of its request', () => {
    const took = (requested: string, completed: string) =>
      partsOf({ requestedAtMs: at(requested), completedAtMs: at(completed), day: '2026-04-03' })[0];
    // 45 hours of Rome's time each. From Monday the 30th in Manila only 40 are allowed.
    const before = took('2026-03-27T07:00:00Z', '2026-04-02T16:00:00Z');
    const after = took('2026-03-30T07:00:00Z', '2026-04-03T16:00:00Z');
    expect(before?.totals.turnaroundWorkMs).toEqual([45 * HOUR_MS]);
    expect(after?.totals.turnaroundWorkMs).toEqual([45 * HOUR_MS]);
    expect(before?.totals).toMatchObject({ completedMet: 1, completedMissed: 0 });
    expect(after?.totals).toMatchObject({ completedMet: 0, completedMissed: 1 });
  });

  it('tells a miss that waiting for the client explains from one it does not', () => {
    const wait = (on: string, toMs: number) => ({
      requestedAtMs: at('2026-03-25T09:00:00Z'),
      startedAtMs: at('2026-03-25T13:00:00Z'),
      'block.a': { fromMs: at('2026-03-25T09:15:00Z'), toMs, on },
    });
    const long = partsOf(wait('client', at('2026-03-25T12:45:00Z')))[0];
    expect(long?.totals).toMatchObject({ respondedMissed: 1, respondedMetExcused: 1 });
    const manager = partsOf(wait('manager', at('2026-03-25T12:45:00Z')))[0];
    expect(manager?.totals).toMatchObject({ respondedMissed: 1, respondedMissedExcused: 1 });
    const short = partsOf(wait('client', at('2026-03-25T10:00:00Z')))[0];
    expect(short?.totals).toMatchObject({ respondedMissed: 1, respondedMissedExcused: 1 });
  });

  it('excuses an outage', () => {
    const late = work('ana', {
      outcomeId: 'tickets',
      requestedAtMs: at('2026-03-25T09:00:00Z'),
      respondedAtMs: at('2026-03-25T11:00:00Z'),
    });
    const outage = { from: at('2026-03-25T09:30:00Z'), to: at('2026-03-25T10:30:00Z') };
    const [part] = contributionsOf(late, TERMS.of('ana', 'tickets'), [outage]);
    expect(part?.totals).toMatchObject({ respondedMissed: 1, respondedMetExcused: 1 });
  });

  it('keeps whom completed work waited for apart, and takes all waiting out of the active time', () => {
    const [part] = partsOf({
      startedAtMs: at('2026-03-25T09:00:00Z'),
      completedAtMs: at('2026-03-25T15:00:00Z'),
      day: '2026-03-25',
      'block.a': {
        fromMs: at('2026-03-25T10:00:00Z'),
        toMs: at('2026-03-25T12:00:00Z'),
        on: 'client',
      },
      'block.b': {
        fromMs: at('2026-03-25T11:00:00Z'),
        toMs: at('2026-03-25T13:00:00Z'),
        on: 'manager',
      },
    });
    expect(part?.totals).toMatchObject({
      waitedClientMs: 2 * HOUR_MS,
      waitedManagerMs: 2 * HOUR_MS,
      cycleWorkMs: [6 * HOUR_MS],
      cycleActiveMs: [3 * HOUR_MS],
    });
  });

  it('counts scores, costs, ratios and verdicts, and rework once', () => {
    const [part] = partsOf({
      completedAtMs: at('2026-03-25T15:00:00Z'),
      returnedAtMs: at('2026-03-25T12:00:00Z'),
      acceptedAtMs: at('2026-03-25T16:00:00Z'),
      reopenedCount: 2,
      day: '2026-03-25',
      quantity: 12,
      errors: 1,
      valueMinor: 500,
      costMinor: 120,
      score: 4.5,
      partCount: 3,
      wholeCount: 4,
    });
    expect(said(part?.totals)).toEqual({
      count: 1,
      quantity: 12,
      checkedQuantity: 12,
      errors: 1,
      valueMinor: 500,
      costMinor: 120,
      scoreSum: 4.5,
      scoreCount: 1,
      partCount: 3,
      wholeCount: 4,
      reopenedCount: 1,
      returnedCount: 1,
      reworkedCount: 1,
      acceptedCount: 1,
      arrivedCount: 1,
      startedCount: 1,
    });
  });

  it('is nothing where work is deleted or moved away, or where nobody knows when it began', () => {
    const times = { requestedAtMs: 0, startedAtMs: 1, completedAtMs: 2, day: '2026-03-25' };
    expect(partsOf({ ...times, deleted: true })).toEqual([]);
    expect(partsOf({ ...times, movedTo: 'm-ben' })).toEqual([]);
    expect(partsOf({ title: 'Some day' })).toEqual([]);
  });

  it('counts work when it arrives and when it is begun, and takes what nobody noted from what follows', () => {
    const requestedAtMs = at('2026-03-23T12:00:00Z');
    const startedAtMs = at('2026-03-24T12:00:00Z');
    const done = { completedAtMs: at('2026-03-25T12:00:00Z'), day: '2026-03-25' };
    const flow = (fields: Fields): readonly string[] =>
      partsOf(fields)
        .flatMap(({ day, totals: { arrivedCount, startedCount, count } }) =>
          arrivedCount + startedCount + count > 0
            ? [`${day} ${arrivedCount} ${startedCount} ${count}`]
            : [],
        )
        .toSorted();
    expect(flow({ requestedAtMs })).toEqual(['2026-03-23 1 0 0']);
    expect(flow({ requestedAtMs, startedAtMs })).toEqual(['2026-03-23 1 0 0', '2026-03-24 0 1 0']);
    expect(flow({ requestedAtMs, startedAtMs, ...done })).toEqual([
      '2026-03-23 1 0 0',
      '2026-03-24 0 1 0',
      '2026-03-25 0 0 1',
    ]);
    expect(flow({ startedAtMs, ...done })).toEqual(['2026-03-24 1 1 0', '2026-03-25 0 0 1']);
    expect(flow(done)).toEqual(['2026-03-25 1 1 1']);
    // Begun before anybody asked: it arrived when it was begun.
    expect(flow({ requestedAtMs: startedAtMs, startedAtMs: requestedAtMs })).toEqual([
      '2026-03-23 1 1 0',
    ]);
    // The log's day is the member's word: what came before is not later, whatever calendar says so.
    expect(flow({ requestedAtMs, ...done, day: '2026-03-22', completedAtMs: startedAtMs })).toEqual(
      ['2026-03-22 1 1 1'],
    );
  });

  it('believes no request and no start after the end, and counts the entry as odd', () => {
    const [part, ...others] = partsOf({
      requestedAtMs: at('2026-03-25T12:00:00Z'),
      startedAtMs: at('2026-03-25T11:00:00Z'),
      completedAtMs: at('2026-03-25T10:00:00Z'),
      day: '2026-03-25',
    });
    expect(others).toEqual([]);
    expect(said(part?.totals)).toEqual({
      count: 1,
      quantity: 1,
      arrivedCount: 1,
      startedCount: 1,
      oddCount: 1,
    });
  });

  it('counts work of before the year 2000 nowhere, but as odd', () => {
    const [part] = partsOf({ completedAtMs: 2, day: '1970-01-01', quantity: 7 });
    expect(said(part?.totals)).toEqual({ oddCount: 1 });
  });

  it('leaves the empty totals empty', () => {
    partsOf({ requestedAtMs: 0, startedAtMs: 1, completedAtMs: 2, day: '2026-03-25' });
    expect(said(NO_TOTALS)).toEqual({});
  });
});
