import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_DAY } from '#shared/day';
import type { Calendar } from '#shared/plan/calendar';
import { openTableDesk, prepare, run } from '../import/table-desk.tsx';
import type { TableDesk } from '../import/table-desk.tsx';
import { must } from '../../support/open-manager.tsx';
import {
  ITALIAN_HOLIDAYS,
  minuteTable,
  tableBetween,
} from '../../../shared/metrics/brute-force-tickets.ts';
import { currentProjection } from '../../../../renderer/data/current.ts';
import { areTermsStale } from '../../../../renderer/data/marks.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { calendarEdit, planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';

/** Thousands of rows through a database that runs in the test's own thread. */
const LONG_MS = 90_000;
const HOUR_MS = 3_600_000;
const FILE = 'assets/samples/helpdesk-tickets.csv';

const ROME: Calendar = {
  id: 'rome',
  name: 'Rome',
  versions: [
    {
      fromDay: FIRST_DAY,
      timeZone: 'Europe/Rome',
      shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 })),
      holidays: ITALIAN_HOLIDAYS,
    },
  ],
};

interface Ticket {
  readonly assignee: string;
  readonly requestedMs: number;
  readonly startedMs: number | null;
  readonly completedMs: number | null;
}

/** Read from the file by another reader than the app's. */
function readTickets(): readonly Ticket[] {
  const text = readFileSync(FILE, 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const time = (value: string | undefined): number | null => (value ? Date.parse(value) : null);
  return data.map((row) => ({
    assignee: row['Assignee'] ?? '',
    requestedMs: Date.parse(row['Requested at'] ?? ''),
    startedMs: time(row['Started at']),
    completedMs: time(row['Completed at']),
  }));
}

/** A start after the completion is not believed: such a ticket was begun, at the latest, when it was done. */
const isStartOdd = ({ startedMs, completedMs }: Ticket): boolean =>
  startedMs !== null && completedMs !== null && startedMs > completedMs;

/** When work on a ticket was begun, as far as it can be believed. */
const beganMs = (ticket: Ticket): number | null =>
  isStartOdd(ticket) ? ticket.completedMs : (ticket.startedMs ?? ticket.completedMs);

/** The end of the minute table: whatever is unanswered by then is years late in the app's today. */
const TABLE_END_MS = Date.UTC(2014, 4, 31);

interface Slow {
  readonly met: number;
  readonly counted: number;
  /** Working hours that half, 85 and 95 of 100 took at most, with two decimals at most. */
  readonly hours: readonly string[];
}

function countByTheMinute(tickets: readonly Ticket[], sums: Uint32Array): Slow {
  const promises = [
    { minutes: 8 * 60, answerOf: beganMs },
    { minutes: 80 * 60, answerOf: (ticket: Ticket) => ticket.completedMs },
  ];
  let met = 0;
  let counted = 0;
  for (const ticket of tickets) {
    for (const { minutes, answerOf } of promises) {
      const untilMs = Math.max(ticket.requestedMs, answerOf(ticket) ?? TABLE_END_MS);
      const isLate = tableBetween(sums, ticket.requestedMs, untilMs) > minutes * 60_000;
      if (answerOf(ticket) === null) expect(isLate).toBe(true);
      counted += 1;
      if (!isLate) met += 1;
    }
  }
  const times = tickets
    .flatMap(({ requestedMs, completedMs }) =>
      completedMs === null ? [] : [tableBetween(sums, requestedMs, completedMs)],
    )
    .toSorted((a, b) => a - b);
  return { met, counted, hours: [0.5, 0.85, 0.95].map((p) => hoursWithin(times, p)) };
}

function hoursWithin(times: readonly number[], p: number): string {
  const at = (times.length - 1) * p;
  const [low, high] = [times[Math.floor(at)] ?? 0, times[Math.ceil(at)] ?? 0];
  const hours = (low + (high - low) * (at % 1)) / HOUR_MS;
  return hours.toLocaleString('en', { maximumFractionDigits: 2 });
}

describe('promises and times of the real help desk tickets', { timeout: LONG_MS }, () => {
  let desk: TableDesk;
  const tickets = readTickets();
  const sums = minuteTable();

  beforeAll(async () => {
    desk = await openTableDesk();
    await run(await prepare(desk, FILE));
  }, LONG_MS);
  afterAll(async () => {
    await desk.leave();
  }, LONG_MS);

  /** What the panel says of somebody: the cells, with the detail that stands behind each. */
  const told = async (name: RegExp) => {
    const panel = await screen.findByRole('region', { name: 'Promises and times' });
    const row = await within(panel).findByRole('row', { name });
    const cells = within(row).getAllByRole('cell');
    return cells.map((cell) => cell.getAttribute('data-tooltip') ?? '');
  };

  test('before anything is promised, nothing is claimed', async () => {
    const shown = desk.show('overview', <OverviewView />, { period: 'all', order: 'name' });
    expect((await told(/^All together/))[0]).toBe('Nothing was promised, or nothing is due yet');
    shown.unmount();
  });

  test('after a promise is made, compliance, percentiles and each assignee’s figures are those of a count by the minute', async () => {
    const { outcomes } = await readPlan();
    must(
      await save([
        calendarEdit(ROME),
        ...outcomes.map(({ id }) =>
          planEdit('outcome', id, {
            calendarId: ROME.id,
            sla: [
              { to: 'started', minutes: 8 * 60, fromDay: FIRST_DAY },
              { to: 'completed', minutes: 80 * 60, fromDay: FIRST_DAY },
            ],
          }),
        ),
      ]),
    );
    // What is shown while thousands are measured anew is drawn again and again: not here.
    await expect.poll(() => areTermsStale(currentProjection()), { timeout: 30_000 }).toBe(false);
    desk.show('overview', <OverviewView />, { period: 'all', order: 'name' });
    expect(tickets.filter(isStartOdd)).toHaveLength(1);
    const whole = countByTheMinute(tickets, sums);
    await waitFor(async () => expect((await told(/^All together/))[0]).toContain(text(whole)), {
      timeout: 30_000,
    });

    const assignees = [...new Set(tickets.map(({ assignee }) => assignee))];
    expect(assignees).toHaveLength(19);
    for (const assignee of [...assignees, null]) {
      const own = tickets.filter((ticket) => assignee === null || ticket.assignee === assignee);
      const slow = countByTheMinute(own, sums);
      const name = assignee === null ? /^All together/ : new RegExp(`^${assignee}(?!\\d)`);
      const [kept, , , ...times] = await told(name);
      expect(kept).toContain(text(slow));
      expect(times.slice(0, 3).map((time) => time.replace(/ .*/, ''))).toEqual(slow.hours);
    }
  });

  const text = ({ met, counted }: Slow): string =>
    `${met.toLocaleString('en')} of ${counted.toLocaleString('en')},`;
});
