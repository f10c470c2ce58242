import { describe, expect, it } from 'vitest';
import { Accumulator } from '#shared/metrics/accumulator';
import { complianceOf, openSla } from '#shared/metrics/compliance';
import { contributionsOf } from '#shared/metrics/contributions';
import { quantile } from '#shared/metrics/rollup';
import type { DayTotals } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { termsBook } from '#shared/metrics/terms';
import { isOpen } from '#shared/deliverables/deliverable';
import { minuteTable, tableBetween } from './brute-force-tickets.ts';
import {
  COMPLETED_MINUTES,
  NOW_MS,
  STARTED_MINUTES,
  TICKET_TERMS,
  assignees,
  tickets,
} from './tickets.ts';
import type { Ticket } from './tickets.ts';

const terms = termsBook(TICKET_TERMS);
const sums = minuteTable();

/** The product's road: what each ticket adds, rolled up by day, summed. */
function totalsOf(list: readonly Ticket[]): DayTotals {
  const accumulator = new Accumulator();
  for (const { assignee, deliverable } of list) {
    const parts = contributionsOf(deliverable, terms.of(assignee, 'tickets'));
    for (const part of parts) accumulator.add(part);
  }
  return sumTotals(accumulator.cells().map(({ totals }) => totals));
}

const openOf = (list: readonly Ticket[]) =>
  openSla(list.map(({ deliverable }) => deliverable).filter(isOpen), terms, NOW_MS);

/** Working ms of a stretch in which the client was waited for, piece by piece between all its ends. */
function slowWaitMs({ waits }: Ticket, fromMs: number, toMs: number): number {
  const ends = [fromMs, toMs, ...waits.flat()].filter((ms) => ms >= fromMs && ms <= toMs);
  const sorted = ends.toSorted((a, b) => a - b);
  let waitMs = 0;
  for (const [at, pieceTo] of sorted.entries()) {
    const pieceFrom = sorted[at - 1] ?? pieceTo;
    const isWaiting = waits.some(([from, to]) => from <= pieceFrom && pieceTo <= to);
    if (isWaiting) waitMs += tableBetween(sums, pieceFrom, pieceTo);
  }
  return waitMs;
}

/** The same rule in plain loops over the minute table. */
function slowCompliance(
  list: readonly Ticket[],
  answeredMs: (ticket: Ticket) => number | null,
  minutes: number,
  isExcused: boolean,
): { counted: number; met: number } {
  let counted = 0;
  let met = 0;
  for (const ticket of list) {
    const answered = answeredMs(ticket);
    const untilMs = Math.max(ticket.requestedMs, answered ?? NOW_MS);
    const workMs = tableBetween(sums, ticket.requestedMs, untilMs);
    const waitMs = isExcused ? slowWaitMs(ticket, ticket.requestedMs, untilMs) : 0;
    const isLate = workMs - waitMs > minutes * 60_000;
    if (answered === null && !isLate) continue;
    counted++;
    if (!isLate) met++;
  }
  return { counted, met };
}

/** A start after the end is not believed. */
const begun = ({ startedMs, completedMs }: Ticket): number | null =>
  startedMs !== null && completedMs !== null && completedMs < startedMs ? null : startedMs;
const started = (ticket: Ticket): number | null => begun(ticket) ?? ticket.completedMs;
const completed = (ticket: Ticket): number | null => ticket.completedMs;

/** Working ms between two times of each ticket that has both the right way round, sorted. */
const slowTimes = (
  list: readonly Ticket[],
  fromOf: (ticket: Ticket) => number | null,
  toOf: (ticket: Ticket) => number | null,
  isActive = false,
): readonly number[] =>
  list
    .flatMap((ticket) => {
      const [from, to] = [fromOf(ticket), toOf(ticket)];
      if (from === null || to === null || to < from) return [];
      return [tableBetween(sums, from, to) - (isActive ? slowWaitMs(ticket, from, to) : 0)];
    })
    .toSorted((a, b) => a - b);

const lists: readonly (readonly [string, readonly Ticket[]])[] = [
  ['everybody', tickets],
  ...assignees.map((name) => [name, tickets.filter((t) => t.assignee === name)] as const),
];

describe('the real tickets, Monday to Friday 9:00–18:00 in Rome with Italian holidays', () => {
  it.each([
    ['started', 'started within 8 working hours', started, STARTED_MINUTES],
    ['completed', 'completed within 80 working hours', completed, COMPLETED_MINUTES],
  ] as const)(
    'have the SLA compliance of a count by the minute: %s, %s',
    (stage, _, answeredMs, minutes) => {
      for (const [name, list] of lists) {
        const { raw, excused } = complianceOf(totalsOf(list), openOf(list), [stage]);
        const slow = slowCompliance(list, answeredMs, minutes, false);
        const slowExcused = slowCompliance(list, answeredMs, minutes, true);
        expect({ name, counted: raw.counted, met: raw.met }).toEqual({ name, ...slow });
        expect({ name, counted: excused.counted, met: excused.met }).toEqual({
          name,
          ...slowExcused,
        });
      }
    },
  );

  it('have the working times of a sum by the minute, of everybody and of each assignee', () => {
    for (const [name, list] of lists) {
      const totals = totalsOf(list);
      const requested = (ticket: Ticket): number => ticket.requestedMs;
      const slow = {
        turnaround: slowTimes(list, requested, completed),
        cycle: slowTimes(list, begun, completed),
        active: slowTimes(list, begun, completed, true),
        response: slowTimes(list, requested, started),
      };
      expect([name, totals.count]).toEqual([name, list.filter(completed).length]);
      expect(totals.turnaroundWorkMs).toEqual(slow.turnaround);
      expect(totals.cycleWorkMs).toEqual(slow.cycle);
      expect(totals.cycleActiveMs).toEqual(slow.active);
      expect(totals.responseWorkMs).toEqual(slow.response);
      for (const p of [0.5, 0.85, 0.95, 1]) {
        expect(quantile(totals.turnaroundWorkMs, p)).toBe(quantile(slow.turnaround, p));
      }
    }
    expect(totalsOf(tickets).turnaroundWorkMs).toHaveLength(4_569);
  });

  it('waited for the client as long as a sum by the minute says', () => {
    const slow = tickets.reduce((sum, ticket) => {
      const ends = ticket.waits.flat();
      if (ticket.completedMs === null || ends.length === 0) return sum;
      return sum + slowWaitMs(ticket, Math.min(...ends), ticket.completedMs);
    }, 0);
    expect(totalsOf(tickets).waitedClientMs).toBe(slow);
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
