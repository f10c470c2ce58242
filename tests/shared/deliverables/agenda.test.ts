import { describe, expect, it } from 'vitest';
import { agendaOf } from '#shared/deliverables/agenda';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';
import { officeHours } from '#shared/plan/calendar';
import type { Outcome } from '#shared/plan/outcome';
import { outcomeFrom } from '#shared/plan/outcome';
import { workClock } from '#shared/worktime/work-clock';

const HOUR_MS = 3_600_000;
// Thursday 19 November 2026, 15:00 in Rome.
const NOW = Date.parse('2026-11-19T14:00:00Z');
const clock = workClock(officeHours('office', 'Office', 'Europe/Rome'));

const outcome = (id: string, fields: Record<string, Json>): Outcome =>
  outcomeFrom({ audience: 'team', type: 'outcome', id, fields, stamp: '0' });
const outcomes = new Map([
  ['plain', outcome('plain', {})],
  ['promised', outcome('promised', { sla: { to: 'completed', minutes: 8 * 60 } })],
  ['answered', outcome('answered', { sla: { to: 'started', minutes: 60 } })],
]);
const work = (id: string, outcomeId: string, fields: Record<string, Json>) =>
  deliverableFrom({
    audience: 'm-ana',
    type: 'deliverable',
    id,
    fields: { outcomeId, ...fields },
    stamp: '0',
  });
const ids = (items: readonly { readonly work: { readonly id: string } }[]) =>
  items.map((item) => item.work.id);
const agenda = (...open: ReturnType<typeof work>[]) => agendaOf(open, outcomes, () => clock, NOW);

describe('a member’s agenda', () => {
  it('parts work by where it stands, and leaves nothing out', () => {
    const { blocked, inProgress, toStart } = agenda(
      work('asked', 'plain', { requestedAtMs: NOW - HOUR_MS }),
      work('begun', 'plain', { startedAtMs: NOW - HOUR_MS }),
      work('waits', 'plain', {
        'block.b': { fromMs: NOW - HOUR_MS, toMs: null, on: 'client', reason: '' },
      }),
    );
    expect([ids(blocked), ids(inProgress), ids(toStart)]).toEqual([
      ['waits'],
      ['begun'],
      ['asked'],
    ]);
  });

  it('puts what is due first, by its own time or by what the SLA promises in working hours', () => {
    const { toStart } = agenda(
      work('undated', 'plain', { requestedAtMs: NOW - 100 * HOUR_MS }),
      // Asked on Wednesday 17:00 in Rome: eight working hours later is Thursday 17:00.
      work('promised', 'promised', { requestedAtMs: Date.parse('2026-11-18T16:00:00Z') }),
      work('late', 'plain', { requestedAtMs: NOW - HOUR_MS, dueAtMs: NOW - 1 }),
      work('tomorrow', 'plain', { requestedAtMs: NOW, dueAtMs: NOW + 24 * HOUR_MS }),
    );
    expect(toStart.map(({ work: { id }, risk }) => [id, risk])).toEqual([
      ['late', 'overdue'],
      ['promised', 'soon'],
      ['tomorrow', 'later'],
      ['undated', 'none'],
    ]);
    expect(toStart[1]?.dueAtMs).toBe(Date.parse('2026-11-19T16:00:00Z'));
  });

  it('no longer presses once a promised start was made', () => {
    const { inProgress } = agenda(
      work('begun', 'answered', { requestedAtMs: NOW - 50 * HOUR_MS, startedAtMs: NOW - HOUR_MS }),
    );
    expect(inProgress).toMatchObject([{ dueAtMs: null, risk: 'none' }]);
  });

  it('shows the longest wait first', () => {
    const waiting = (id: string, fromMs: number) =>
      work(id, 'plain', { 'block.b': { fromMs, toMs: null, on: 'client', reason: '' } });
    expect(ids(agenda(waiting('short', NOW - 1), waiting('long', NOW - 2)).blocked)).toEqual([
      'long',
      'short',
    ]);
  });
});
