import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { quantile } from '#shared/metrics/rollup';
import { TIME_CODE_ERROR } from '#shared/metrics/time-codes';
import { memberAudience } from '#shared/stream/change';
import { applyChanges } from '../../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import { readFigures } from '../../../../renderer/data/insights/figures.ts';
import { minuteTable, tableBetween } from '../../../shared/metrics/brute-force-tickets.ts';
import {
  COMPLETED_MINUTES,
  NOW_MS,
  ROME,
  TICKET_TERMS,
  assignees,
  tickets,
} from '../../../shared/metrics/tickets.ts';
import type { Ticket } from '../../../shared/metrics/tickets.ts';
import { ownStream } from '../streams.ts';

const NAME = 'ticket-figures';
const EVER = { fromDay: '2009-12-01', toDay: '2014-06-30', daysBy: 'member' } as const;

/** A member's id holds no space. */
const idOf = (assignee: string): string => `t${assignees.indexOf(assignee)}`;

/** Everything below is worked out from the table's rows, without a line of the product. */
const romeDate = new Intl.DateTimeFormat('sv-SE', { timeZone: ROME });
const monthOfMs = (ms: number): string => romeDate.format(ms).slice(0, 7);
const sums = minuteTable();

interface Slow {
  count: number;
  arrived: number;
  started: number;
  met: number;
  missed: number;
  readonly turnaroundMs: number[];
}

/** By `<member> <month>`. */
function countedSlowly(all: readonly Ticket[]): ReadonlyMap<string, Slow> {
  const months = new Map<string, Slow>();
  const at = (ticket: Ticket, ms: number): Slow => {
    const key = `${idOf(ticket.assignee)} ${monthOfMs(ms)}`;
    const slow = months.get(key) ?? {
      count: 0,
      arrived: 0,
      started: 0,
      met: 0,
      missed: 0,
      turnaroundMs: [],
    };
    months.set(key, slow);
    return slow;
  };
  for (const ticket of all) {
    const { requestedMs, completedMs } = ticket;
    const isBackwards =
      completedMs !== null && ticket.startedMs !== null && completedMs < ticket.startedMs;
    const beganMs = (isBackwards ? null : ticket.startedMs) ?? completedMs;
    at(ticket, Math.min(requestedMs, beganMs ?? Infinity)).arrived += 1;
    if (beganMs !== null) at(ticket, beganMs).started += 1;
    if (completedMs === null) continue;
    const month = at(ticket, completedMs);
    month.count += 1;
    month.turnaroundMs.push(completedMs - requestedMs);
    const isLate = tableBetween(sums, requestedMs, completedMs) > COMPLETED_MINUTES * 60_000;
    if (isLate) month.missed += 1;
    else month.met += 1;
  }
  return months;
}

beforeAll(async () => {
  const db = await openProjection(NAME);
  for (const assignee of assignees) {
    const id = idOf(assignee);
    const { outcomes, calendars, members } = TICKET_TERMS;
    const member = members[assignee];
    if (!member) throw new Error('Every assignee has terms');
    const source = { members: { [id]: member }, outcomes, calendars };
    await db.terms.put({ audience: memberAudience(id), source });
    const stream = ownStream(id);
    for (const ticket of tickets.filter((each) => each.assignee === assignee)) {
      stream.add(NOW_MS, { type: 'deliverable', id: idOfTicket(ticket), fields: fieldsOf(ticket) });
    }
    await applyChanges(db, stream.source, stream.changes, NOW_MS);
  }
});

const idOfTicket = ({ requestedMs, deliverable }: Ticket): string =>
  `${monthOfMs(requestedMs).replace('-', '')}-${deliverable.id.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()}`;

function fieldsOf({ requestedMs, startedMs, completedMs }: Ticket): Record<string, Json> {
  return {
    outcomeId: 'tickets',
    requestedAtMs: requestedMs,
    startedAtMs: startedMs,
    completedAtMs: completedMs,
    ...(completedMs !== null && { day: romeDate.format(completedMs), zone: ROME }),
  };
}

afterAll(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

describe('figures of the real tickets', () => {
  test.each(['month', 'quarter'] as const)(
    'are those of a count by hand, by %s',
    async (bucket) => {
      const { rows, buckets } = await readFigures({ ...EVER, bucket });
      const slow = countedSlowly(tickets);
      const seen = new Set<string>();
      for (const { memberId, bucket: at, totals } of rows) {
        const { fromDay = '', toDay = '' } = buckets[at] ?? {};
        const months = [...slow].filter(([key]) => {
          const [member = '', month = ''] = key.split(' ');
          return member === memberId && month >= fromDay.slice(0, 7) && month <= toDay.slice(0, 7);
        });
        for (const [key] of months) seen.add(key);
        const sumOf = (name: 'count' | 'arrived' | 'started' | 'met' | 'missed'): number =>
          months.reduce((sum, [, month]) => sum + month[name], 0);
        const { amounts, times } = totals;
        expect({
          key: `${memberId} ${fromDay}`,
          count: amounts.count,
          arrived: amounts.arrivedCount,
          started: amounts.startedCount,
          met: amounts.completedMet,
          missed: amounts.completedMissed,
        }).toEqual({
          key: `${memberId} ${fromDay}`,
          count: sumOf('count'),
          arrived: sumOf('arrived'),
          started: sumOf('started'),
          met: sumOf('met'),
          missed: sumOf('missed'),
        });
        const turnaroundMs = months
          .flatMap(([, month]) => month.turnaroundMs)
          .toSorted((a, b) => a - b);
        expect(times.turnaroundMs.count).toBe(turnaroundMs.length);
        for (const p of [0.5, 0.85, 0.95]) {
          const exact = quantile(turnaroundMs, p) ?? 0;
          const told = times.turnaroundMs.quantile(p) ?? 0;
          expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * (TIME_CODE_ERROR + 1e-9));
        }
      }
      expect(seen).toEqual(new Set(slow.keys()));
    },
  );
});
