import { describe, expect, it } from 'vitest';
import type { ReportInput } from '#shared/cadence/daily-report';
import { dailyReport } from '#shared/cadence/daily-report';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-20T09:00:00Z'); // 17:00 in Manila
const DAY_ENDS = Date.parse('2026-11-20T16:00:00Z');

const work = (id: string, fields: Record<string, Json>): Deliverable =>
  deliverableFrom({
    audience: 'm-ana',
    type: 'deliverable',
    id,
    fields: { outcomeId: 'uploads', zone: 'Asia/Manila', ...fields },
    stamp: '0',
  });
const logged = (id: string, fields: Record<string, Json>): Deliverable =>
  work(id, { completedAtMs: NOW - HOUR_MS, day: '2026-11-20', ...fields });

const input = (parts: Partial<ReportInput>): ReportInput => ({
  day: '2026-11-20',
  dayEndsAtMs: DAY_ENDS,
  nowMs: NOW,
  outcomes: [
    { id: 'uploads', target: 20, usualMs: 4 * HOUR_MS },
    { id: 'replies', target: 30, usualMs: null },
  ],
  completed: [],
  open: [],
  ...parts,
});

describe('the report of a day', () => {
  it('sets output against target and counts accuracy over what was checked', () => {
    const report = dailyReport(
      input({
        completed: [
          logged('a', { quantity: 12, errors: 1 }),
          logged('b', { quantity: 8, errors: 0 }),
          logged('c', { quantity: 5 }),
        ],
      }),
    );
    expect(report.output).toMatchObject([
      {
        outcomeId: 'uploads',
        target: 20,
        accuracyRatio: 0.95,
        totals: { quantity: 25, errors: 1 },
      },
      { outcomeId: 'replies', target: 30, accuracyRatio: null, totals: { quantity: 0 } },
    ]);
  });

  it('names what stalls: blocked first, then overdue, then older than usual', () => {
    const report = dailyReport(
      input({
        open: [
          work('old', { startedAtMs: NOW - 5 * HOUR_MS }),
          work('fresh', { startedAtMs: NOW - HOUR_MS }),
          work('late', { requestedAtMs: NOW - 9 * HOUR_MS, dueAtMs: NOW - HOUR_MS }),
          work('waits', {
            startedAtMs: NOW - HOUR_MS,
            'block.b1': { fromMs: NOW - HOUR_MS / 2, toMs: null, on: 'client', reason: 'photos' },
          }),
          work('unknown', { outcomeId: 'replies', startedAtMs: NOW - 23 * HOUR_MS }),
        ],
      }),
    );
    expect(report.stalled.map(({ work: { id }, kind }) => [id, kind])).toEqual([
      ['waits', 'blocked'],
      ['late', 'overdue'],
      ['old', 'ageing'],
    ]);
  });

  it('asks about output below target, unless stalled work explains it', () => {
    const report = dailyReport(
      input({
        completed: [logged('a', { quantity: 12 })],
        open: [work('old', { startedAtMs: NOW - 30 * HOUR_MS })],
      }),
    );
    expect(report.shortfalls).toEqual([
      { outcomeId: 'uploads', missing: 8, isExplained: true },
      { outcomeId: 'replies', missing: 30, isExplained: false },
    ]);
  });

  it('asks nothing where the target is met or the day has none', () => {
    const report = dailyReport(
      input({
        outcomes: [
          { id: 'uploads', target: 12.3, usualMs: null },
          { id: 'replies', target: 0, usualMs: null },
        ],
        completed: [logged('a', { quantity: 12 })],
      }),
    );
    expect(report.shortfalls).toEqual([]);
    expect(report.output.map(({ outcomeId }) => outcomeId)).toEqual(['uploads']);
  });

  it('names what went wrong and the pieces of outcomes that made few, not forty tickets', () => {
    const tickets = Array.from({ length: 9 }, (_, at) =>
      logged(`t${at}`, { outcomeId: 'replies', title: `Ticket ${at}`, errors: at === 4 ? 1 : 0 }),
    );
    const { notable } = dailyReport(
      input({
        completed: [...tickets, logged('sheet', { title: 'Spring sheet' }), logged('plain', {})],
      }),
    );
    expect(notable.map(({ id }) => id)).toEqual(['t4', 'sheet']);
  });

  it('orders tomorrow: due, begun, asked for, blocked; and leaves out deleted and moved work', () => {
    const report = dailyReport(
      input({
        open: [
          work('asked', { requestedAtMs: NOW - 3 * HOUR_MS }),
          work('asked-first', { requestedAtMs: NOW - 9 * HOUR_MS }),
          work('blocked', {
            startedAtMs: NOW,
            'block.b': { fromMs: NOW, toMs: null, on: 'system', reason: '' },
          }),
          work('begun', { startedAtMs: NOW - HOUR_MS }),
          work('due', { dueAtMs: NOW + HOUR_MS }),
          work('gone', { deleted: true }),
          work('moved', { movedTo: 'm-ben' }),
        ],
      }),
    );
    expect(report.tomorrow.map(({ id }) => id)).toEqual([
      'due',
      'begun',
      'asked-first',
      'asked',
      'blocked',
    ]);
  });
});
