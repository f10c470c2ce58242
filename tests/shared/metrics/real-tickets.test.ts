import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Deliverable } from '../../../shared/deliverables/deliverable.ts';
import { deliverableFrom } from '../../../shared/deliverables/deliverable.ts';
import { quantile } from '../../../shared/metrics/rollup.ts';
import { readSla } from '../../../shared/metrics/sla.ts';
import { turnaroundOf } from '../../../shared/metrics/timings.ts';
import type { Sla } from '../../../shared/plan/outcome.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';
import { ITALIAN_HOLIDAYS, minuteTable, tableBetween } from './brute-force-tickets.ts';

interface Ticket {
  readonly assignee: string;
  readonly requestedMs: number;
  readonly startedMs: number | null;
  readonly completedMs: number | null;
  readonly deliverable: Deliverable;
}

const text = readFileSync('assets/samples/helpdesk-tickets.csv', 'utf8');
const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
const time = (value: string | undefined): number | null => (value ? Date.parse(value) : null);
const tickets: Ticket[] = rows.map((row) => {
  const requestedMs = Date.parse(row['Requested at'] ?? '');
  const startedMs = time(row['Started at']);
  const completedMs = time(row['Completed at']);
  const fields = {
    requestedAtMs: requestedMs,
    ...(startedMs !== null && { startedAtMs: startedMs }),
    ...(completedMs !== null && { completedAtMs: completedMs }),
  };
  const assignee = row['Assignee'] ?? '';
  const record = {
    audience: 'm-a',
    type: 'deliverable',
    id: row['Ticket'] ?? '',
    fields,
    stamp: '',
  } as const;
  return { assignee, requestedMs, startedMs, completedMs, deliverable: deliverableFrom(record) };
});

const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));
const clock = workClock({
  id: 'rome',
  name: 'Rome',
  versions: [
    { fromDay: '0001-01-01', timeZone: 'Europe/Rome', shifts, holidays: ITALIAN_HOLIDAYS },
  ],
});
const sums = minuteTable();
const NOW_MS = Date.UTC(2014, 0, 1);
const STARTED: Pick<Sla, 'to' | 'minutes'> = { to: 'started', minutes: 8 * 60 };
const COMPLETED: typeof STARTED = { to: 'completed', minutes: 80 * 60 };

/** The same rule in plain loops over the minute table. */
function slowCompliance(
  list: readonly Ticket[],
  sla: typeof STARTED,
): { counted: number; met: number } {
  let counted = 0;
  let met = 0;
  for (const ticket of list) {
    const answered =
      sla.to === 'started' ? (ticket.startedMs ?? ticket.completedMs) : ticket.completedMs;
    const usedMs = tableBetween(
      sums,
      ticket.requestedMs,
      Math.max(ticket.requestedMs, answered ?? NOW_MS),
    );
    const isLate = usedMs > sla.minutes * 60_000;
    if (answered === null && !isLate) continue;
    counted++;
    if (!isLate) met++;
  }
  return { counted, met };
}

const assignees = [...new Set(tickets.map((ticket) => ticket.assignee))].toSorted();

describe('the real tickets, Monday to Friday 9:00–18:00 in Rome with Italian holidays', () => {
  it.each([
    ['started within 8 working hours', STARTED],
    ['completed within 80 working hours', COMPLETED],
  ] as const)('have the SLA compliance of a count by the minute: %s', (_, sla) => {
    for (const list of [
      tickets,
      ...assignees.map((name) => tickets.filter((t) => t.assignee === name)),
    ]) {
      const readings = list.flatMap(
        ({ deliverable }) => readSla(deliverable, sla, clock, NOW_MS) ?? [],
      );
      const counted = readings.filter(({ state }) => state !== 'running').length;
      const met = readings.filter(({ state }) => state === 'met').length;
      expect({ counted, met }).toEqual(slowCompliance(list, sla));
    }
  });

  it('have the working-time turnaround percentiles of a sum by the minute', () => {
    const fast = tickets
      .flatMap(({ deliverable }) => turnaroundOf(deliverable, clock)?.workMs ?? [])
      .toSorted((a, b) => a - b);
    const slow = tickets
      .flatMap((t) =>
        t.completedMs === null ? [] : [tableBetween(sums, t.requestedMs, t.completedMs)],
      )
      .toSorted((a, b) => a - b);
    expect(slow).toHaveLength(4569);
    for (const p of [0.5, 0.85, 0.95, 1]) expect(quantile(fast, p)).toBe(quantile(slow, p));
  });

  it("satisfy Little's law over their whole history: WIP = throughput × cycle time", () => {
    const done = tickets.filter((t) => t.startedMs !== null && t.completedMs !== null);
    const [fromMs, toMs] = [
      Math.min(...done.map((t) => t.startedMs ?? 0)),
      Math.max(...done.map((t) => t.completedMs ?? 0)),
    ];
    const spans = done
      .map((t) => [t.startedMs ?? 0, t.completedMs ?? 0] as const)
      .filter(([a, b]) => b >= a);
    const events = spans
      .flatMap(([from, to]) => [[from, 1] as const, [to, -1] as const])
      .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
    let inProgress = 0;
    let area = 0;
    let lastMs = fromMs;
    for (const [atMs, step] of events) {
      area += inProgress * (atMs - lastMs);
      lastMs = atMs;
      inProgress += step;
    }
    const averageWip = area / (toMs - fromMs);
    const throughput = spans.length / (toMs - fromMs);
    const cycleMs = spans.reduce((sum, [from, to]) => sum + (to - from), 0) / spans.length;
    expect(averageWip).toBeCloseTo(throughput * cycleMs, 6);
  });
});
