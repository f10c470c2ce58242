import { describe, expect, it } from 'vitest';
import type { Deliverable } from '../../../shared/deliverables/deliverable.ts';
import { deliverableFrom } from '../../../shared/deliverables/deliverable.ts';
import { readSla } from '../../../shared/metrics/sla.ts';
import { ageMsOf, waitedFor } from '../../../shared/metrics/timings.ts';
import { officeHours } from '../../../shared/plan/calendar.ts';
import type { Json } from '../../../shared/json.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';

const HOUR_MS = 3_600_000;
const clock = workClock(officeHours('c', 'Manila', 'Asia/Manila'));
const at = (local: string): number => Date.parse(`${local}+08:00`);

const deliverable = (fields: Record<string, Json>): Deliverable =>
  deliverableFrom({ audience: 'm-ana', type: 'deliverable', id: '202611-a', fields, stamp: '' });

/** Asked for on Friday morning, waited for the client over a weekend, finished on Monday afternoon. */
const overTheWeekend = deliverable({
  requestedAtMs: at('2026-11-20T09:00'),
  startedAtMs: at('2026-11-20T10:00'),
  completedAtMs: at('2026-11-23T16:00'),
  'block.a': {
    fromMs: at('2026-11-20T15:00'),
    toMs: at('2026-11-23T11:00'),
    on: 'client',
    reason: 'Photos',
  },
  'block.b': {
    fromMs: at('2026-11-23T10:00'),
    toMs: at('2026-11-23T12:00'),
    on: 'manager',
    reason: 'Price',
  },
});

describe('timings', () => {
  it('keep who was waited for apart', () => {
    const waited = waitedFor(overTheWeekend, clock, at('2026-11-30T09:00'));
    expect(waited.get('client')).toBe(5 * HOUR_MS);
    expect(waited.get('manager')).toBe(2 * HOUR_MS);
    expect(waited.has('self')).toBe(false);
  });

  it('let open work age by its working time, and done work not at all', () => {
    const open = deliverable({ startedAtMs: at('2026-11-20T17:00') });
    expect(ageMsOf(open, clock, at('2026-11-23T10:00'))).toBe(2 * HOUR_MS);
    expect(ageMsOf(overTheWeekend, clock, at('2026-11-30T10:00'))).toBeNull();
    expect(ageMsOf(deliverable({}), clock, at('2026-11-30T10:00'))).toBeNull();
    expect(ageMsOf(open, clock, at('2026-11-20T10:00'))).toBeNull();
  });
});

describe('an SLA', () => {
  const eightHours = { to: 'completed', minutes: 8 * 60 } as const;

  it('is missed in plain time and met once the wait for the client is taken out', () => {
    const reading = readSla(overTheWeekend, { to: 'completed', minutes: 9 * 60 }, clock, 0);
    expect(reading).toMatchObject({ state: 'missed', excusedState: 'met' });
    expect(reading?.excusedMs).toBe(5 * HOUR_MS);
  });

  it('excuses an outage as it does the client', () => {
    const late = deliverable({
      requestedAtMs: at('2026-11-20T09:00'),
      completedAtMs: at('2026-11-23T10:00'),
    });
    const outage = { from: at('2026-11-20T10:00'), to: at('2026-11-20T12:00') };
    expect(readSla(late, eightHours, clock, 0)).toMatchObject({ state: 'missed' });
    expect(readSla(late, eightHours, clock, 0, [outage])).toMatchObject({ excusedState: 'met' });
  });

  it('runs until it is due, counts as overdue after, and says when it is due', () => {
    const open = deliverable({ requestedAtMs: at('2026-11-20T14:00') });
    const dueAtMs = at('2026-11-23T14:00') - HOUR_MS;
    expect(readSla(open, eightHours, clock, dueAtMs)).toMatchObject({ state: 'running', dueAtMs });
    expect(readSla(open, eightHours, clock, dueAtMs + 2 * HOUR_MS)?.state).toBe('overdue');
  });

  it('reads nothing where the request has no time', () => {
    expect(readSla(deliverable({}), eightHours, clock, 0)).toBeNull();
  });
});
