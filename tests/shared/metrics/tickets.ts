import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { dayIn } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { TermsSource } from '#shared/metrics/terms';
import { ITALIAN_HOLIDAYS } from './brute-force-tickets.ts';

/** A row of the real help desk's table, as a calculation without the product needs it. UTC ms. */
export interface Ticket {
  readonly assignee: string;
  readonly requestedMs: number;
  readonly startedMs: number | null;
  readonly completedMs: number | null;
  /** For the client; without end while it lasts. */
  readonly waits: readonly (readonly [fromMs: number, toMs: number])[];
  readonly deliverable: Deliverable;
}

export const ROME = 'Europe/Rome';
/** When the table was taken. */
export const NOW_MS = Date.UTC(2014, 0, 1);

const text = readFileSync('assets/samples/helpdesk-tickets.csv', 'utf8');
const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

const time = (value: string | undefined): number | null => (value ? Date.parse(value) : null);

export const tickets: readonly Ticket[] = rows.map((row) => {
  const assignee = row['Assignee'] ?? '';
  const requestedMs = Date.parse(row['Requested at'] ?? '');
  const startedMs = time(row['Started at']);
  const completedMs = time(row['Completed at']);
  const stretches = (row['Waiting'] ?? '').split(';').filter((stretch) => stretch.trim() !== '');
  const waits = stretches.map((stretch) => {
    const [from = '', to = ''] = stretch.trim().split('/');
    return [Date.parse(from), to === '' ? Number.POSITIVE_INFINITY : Date.parse(to)] as const;
  });
  const fields = {
    outcomeId: 'tickets',
    requestedAtMs: requestedMs,
    startedAtMs: startedMs,
    completedAtMs: completedMs,
    ...(completedMs !== null && { day: dayIn(ROME, completedMs) }),
    ...Object.fromEntries(
      waits.map(([fromMs, toMs], at) => [
        `block.${at}`,
        { fromMs, ...(Number.isFinite(toMs) && { toMs }), on: 'client' },
      ]),
    ),
  };
  const deliverable = deliverableFrom({
    audience: `m-${assignee}`,
    type: 'deliverable',
    id: row['Ticket'] ?? '',
    fields,
    stamp: '',
  });
  return { assignee, requestedMs, startedMs, completedMs, waits, deliverable };
});

export const assignees = [...new Set(tickets.map((ticket) => ticket.assignee))].toSorted();

export const STARTED_MINUTES = 8 * 60;
export const COMPLETED_MINUTES = 80 * 60;

/** Monday to Friday 9:00–18:00 in Rome with Italian holidays, and two promises in working time. */
export const TICKET_TERMS: TermsSource = {
  members: Object.fromEntries(
    assignees.map((assignee) => [assignee, { zone: ROME, calendarId: 'rome' }]),
  ),
  outcomes: {
    tickets: {
      calendarId: 'rome',
      slas: [
        { to: 'started', minutes: STARTED_MINUTES, fromDay: '0001-01-01' },
        { to: 'completed', minutes: COMPLETED_MINUTES, fromDay: '0001-01-01' },
      ],
    },
  },
  calendars: {
    rome: [
      {
        fromDay: '0001-01-01',
        timeZone: ROME,
        shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 })),
        holidays: ITALIAN_HOLIDAYS,
      },
    ],
  },
};
