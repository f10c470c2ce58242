import { expect, test } from 'vitest';
import { dayIn, daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import { isOpen } from '#shared/deliverables/deliverable';
import { Accumulator } from '#shared/metrics/accumulator';
import { contributionsOf } from '#shared/metrics/contributions';
import { pastWaits } from '#shared/metrics/insights/bottlenecks';
import {
  cumulativeFlow,
  flowOf,
  littleOf,
  openAtStart,
  openFlow,
} from '#shared/metrics/insights/flow';
import { bucketsOf } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { sumTotals } from '#shared/metrics/sum-totals';
import { termsBook } from '#shared/metrics/terms';
import { NOW_MS, ROME, TICKET_TERMS, tickets } from '../tickets.ts';
import type { Ticket } from '../tickets.ts';

const terms = termsBook(TICKET_TERMS);
const TODAY = dayIn(ROME, NOW_MS);

const accumulator = new Accumulator();
for (const { assignee, deliverable } of tickets) {
  const parts = contributionsOf(deliverable, terms.of(assignee, 'tickets'));
  for (const part of parts) accumulator.add(part);
}
const cells = accumulator.cells();
const open = tickets.map(({ deliverable }) => deliverable).filter(isOpen);

/** When a ticket came and was begun, as far as its times can be believed, by the clock on the wall in Rome. */
function daysOf({ requestedMs, startedMs, completedMs }: Ticket) {
  const end = completedMs ?? Infinity;
  const began = startedMs !== null && startedMs <= end ? startedMs : completedMs;
  const asked = requestedMs <= end ? requestedMs : Infinity;
  const arrived = Math.min(asked, began ?? Infinity);
  const day = (ms: number | null): DayKey => (ms === null ? '9999-12-31' : dayIn(ROME, ms));
  return { arrived: day(arrived), began: day(began), completed: day(completedMs) };
}
const lives = tickets.map(daysOf);

function flowIn(range: DayRange, bucket: Bucket) {
  const buckets = bucketsOf(range, bucket);
  const rows = cells.map(({ day, totals }) => ({
    bucket: buckets.findIndex(({ fromDay, toDay }) => fromDay <= day && day <= toDay),
    amounts: totals,
  }));
  const since = flowOf(cells.filter(({ day }) => day >= range.fromDay).map(({ totals }) => totals));
  return cumulativeFlow(buckets, rows, openAtStart(openFlow(open), since), TODAY);
}

test('the months of real tickets end with what was open then, counted ticket by ticket', () => {
  const steps = flowIn({ fromDay: '2012-06-01', toDay: TODAY }, 'month');
  expect(steps.length).toBeGreaterThan(12);
  for (const { range, notBegunCount, inProgressCount, within } of steps) {
    const { fromDay, toDay } = range;
    const began = lives.filter((life) => life.began <= toDay);
    const inProgress = began.filter(({ completed }) => completed > toDay);
    const arrived = lives.filter((life) => life.arrived <= toDay);
    const completed = lives.filter((life) => life.completed >= fromDay && life.completed <= toDay);
    expect(within.completed).toBe(completed.length);
    expect(inProgressCount).toBe(inProgress.length);
    expect(notBegunCount).toBe(arrived.length - began.length);
  }
});

test("Little's law holds over the whole history of real tickets", () => {
  const days = cells.map(({ day }) => day).toSorted();
  const range = { fromDay: days[0] ?? TODAY, toDay: days.at(-1) ?? TODAY };
  const little = littleOf(flowIn(range, 'day'), range.toDay);
  const done = lives.filter(({ completed }) => completed <= range.toDay);
  // What is still open has held its place as well.
  const held = lives.filter(({ began }) => began <= range.toDay);
  const end = (completed: DayKey): DayKey =>
    completed <= range.toDay ? completed : dayAfter(range.toDay);
  const heldDays = held.reduce(
    (sum, life) => sum + daysBetween(life.began, end(life.completed)),
    0,
  );
  expect(done.length).toBeGreaterThan(4_000);
  expect(little?.daysInProgress).toBeCloseTo(heldDays / done.length, 6);
});

const dayAfter = (day: DayKey): DayKey =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test('promises broken by waiting are those that are kept once waiting for the client is taken out', () => {
  const whole = sumTotals(cells.map(({ totals }) => totals));
  // Nobody but the client was waited for here, and nothing was out.
  const excused =
    whole.respondedMissed -
    whole.respondedMissedExcused +
    (whole.startedMissed - whole.startedMissedExcused) +
    (whole.completedMissed - whole.completedMissedExcused);
  const [waits] = pastWaits([{ outcomeId: 'tickets', amounts: whole }]);
  expect(excused).toBeGreaterThan(0);
  expect(waits?.missedCount).toBe(excused);
  expect(waits?.waitedMs).toBe(whole.waitedClientMs);
  const blocked = tickets.filter((each) => each.completedMs !== null && each.waits.length > 0);
  expect(waits?.waitedCount).toBe(blocked.length);
});
