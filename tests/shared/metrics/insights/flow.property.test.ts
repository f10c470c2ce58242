import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import { isOpen } from '#shared/deliverables/deliverable';
import { Accumulator } from '#shared/metrics/accumulator';
import { contributionsOf } from '#shared/metrics/contributions';
import {
  cumulativeFlow,
  flowOf,
  littleOf,
  openAtStart,
  openFlow,
} from '#shared/metrics/insights/flow';
import { bucketsOf } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { termsBook } from '#shared/metrics/terms';
import { work } from '../timed-work.ts';

const FIRST: DayKey = '2026-01-05';
const LAST: DayKey = '2026-04-30';
const HISTORY: DayRange = { fromDay: FIRST, toDay: LAST };
const TERMS = termsBook({
  members: { ana: { zone: 'UTC', calendarId: '' } },
  outcomes: {},
  calendars: {},
});

const noonOf = (offset: number): number => Date.parse(`${addDays(FIRST, offset)}T12:00:00Z`);

/** Requested, begun and completed so many days after each other; what is not there is still open. */
interface Life {
  readonly requested: number;
  readonly untilStart: number | null;
  readonly untilDone: number | null;
}

const life = fc.record({
  requested: fc.integer({ min: 0, max: 60 }),
  untilStart: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 8 }),
  untilDone: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null, freq: 8 }),
});
const lives = fc.array(life, { maxLength: 40 });

const startOf = ({ requested, untilStart }: Life): number | null =>
  untilStart === null ? null : requested + untilStart;
const doneOf = (each: Life): number | null => {
  const start = startOf(each);
  return start === null || each.untilDone === null ? null : start + each.untilDone;
};

function workOf(each: Life, at: number) {
  const [start, done] = [startOf(each), doneOf(each)];
  return work(
    'ana',
    {
      outcomeId: 'tickets',
      requestedAtMs: noonOf(each.requested),
      startedAtMs: start === null ? null : noonOf(start),
      completedAtMs: done === null ? null : noonOf(done),
      ...(done !== null && { day: addDays(FIRST, done), zone: 'UTC' }),
    },
    `202601-${at}`,
  );
}

function cellsOf(all: readonly Life[]) {
  const accumulator = new Accumulator();
  for (const [at, each] of all.entries()) {
    for (const part of contributionsOf(workOf(each, at), TERMS.of('ana', 'tickets'))) {
      accumulator.add(part);
    }
  }
  return accumulator.cells();
}

/** The flow of a range as a view makes it: from roll-ups since the range's start, and what is open now. */
function flowIn(all: readonly Life[], range: DayRange, bucket: Bucket) {
  const cells = cellsOf(all);
  const buckets = bucketsOf(range, bucket);
  const rows = cells.map(({ day, totals }) => ({
    bucket: buckets.findIndex(({ fromDay, toDay }) => fromDay <= day && day <= toDay),
    amounts: totals,
  }));
  const since = flowOf(cells.filter(({ day }) => day >= range.fromDay).map(({ totals }) => totals));
  const open = all.map(workOf).filter(isOpen);
  return cumulativeFlow(buckets, rows, openAtStart(openFlow(open), since), LAST);
}

const whole = (all: readonly Life[]) => flowIn(all, HISTORY, 'day');

test("Little's law: over a whole history the days in progress are the work in progress of all its days", () => {
  fc.assert(
    fc.property(lives, (all) => {
      const done = all.filter((each) => doneOf(each) !== null);
      const steps = whole(done);
      const reading = littleOf(steps, LAST);
      expect(reading === null).toBe(done.length === 0);
      if (!reading) return;
      const cycleDays = done.map(({ untilDone }) => untilDone ?? 0);
      const meanDays = cycleDays.reduce((sum, days) => sum + days, 0) / done.length;
      expect(reading.daysInProgress).toBeCloseTo(meanDays, 9);
      const days = daysBetween(FIRST, LAST) + 1;
      expect(reading.meanInProgress).toBeCloseTo((done.length / days) * meanDays, 9);
    }),
  );
});

test('on every day the lines say what was open then, and they never cross', () => {
  fc.assert(
    fc.property(lives, (all) => {
      for (const { range, notBegunCount, inProgressCount } of whole(all)) {
        const at = daysBetween(FIRST, range.toDay);
        const began = all.filter((each) => (startOf(each) ?? Infinity) <= at);
        const inProgress = began.filter((each) => (doneOf(each) ?? Infinity) > at);
        const asked = all.filter(({ requested }) => requested <= at);
        expect(inProgressCount).toBe(inProgress.length);
        expect(notBegunCount).toBe(asked.length - began.length);
      }
    }),
    { numRuns: 40 },
  );
});

test('a range that begins later starts with what was open by then, and ends where the whole ends', () => {
  fc.assert(
    fc.property(
      lives,
      fc.integer({ min: 1, max: 80 }),
      fc.constantFrom<Bucket>('day', 'week', 'month', 'quarter'),
      (all, offset, bucket) => {
        const fromDay = addDays(FIRST, offset);
        const part = flowIn(all, { fromDay, toDay: LAST }, bucket);
        const days = whole(all);
        for (const { range, inProgressCount, notBegunCount } of part) {
          const day = days.find((step) => step.range.toDay === range.toDay);
          expect(inProgressCount).toBe(day?.inProgressCount);
          expect(notBegunCount).toBe(day?.notBegunCount);
        }
        const completed = part.reduce((sum, { within }) => sum + within.completed, 0);
        expect(part.at(-1)?.total.completed).toBe(completed);
      },
    ),
  );
});

test('buckets that have not begun are left out', () => {
  const range = { fromDay: '2026-04-27', toDay: '2026-05-05' };
  const steps = cumulativeFlow(bucketsOf(range, 'day'), [], openFlow([]), LAST);
  expect(steps.map((step) => step.range.toDay).at(-1)).toBe(LAST);
});
