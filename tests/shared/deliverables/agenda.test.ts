import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agenda, AgendaTerms } from '#shared/deliverables/agenda';
import { AGENDA_PARTS, agendaItems, agendaOf } from '#shared/deliverables/agenda';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';
import { officeHours } from '#shared/plan/calendar';
import type { Sla } from '#shared/plan/outcome';
import { workClock } from '#shared/worktime/work-clock';

const HOUR_MS = 3_600_000;
// Thursday 19 November 2026, 15:00 in Rome; office hours are 9:00 to 18:00 with an hour's break.
const NOW = Date.parse('2026-11-19T14:00:00Z');
const DAY_ENDS = Date.parse('2026-11-19T23:00:00Z');
const clock = workClock(officeHours('office', 'Office', 'Europe/Rome'));

const sla = (to: Sla['to'], hours: number): Sla => ({
  to,
  minutes: hours * 60,
  fromDay: '0001-01-01',
});
const PROMISES: Readonly<Record<string, readonly Sla[]>> = {
  promised: [sla('completed', 8)],
  answered: [sla('started', 1)],
  both: [sla('responded', 1), sla('completed', 40)],
};
const termsOf = (work: Deliverable): AgendaTerms => ({
  clock,
  slas: PROMISES[work.outcomeId] ?? [],
  usualWorkMs: work.outcomeId === 'slow' ? 6 * HOUR_MS : null,
});
const work = (id: string, outcomeId: string, fields: Record<string, Json>): Deliverable =>
  deliverableFrom({
    audience: 'm-ana',
    type: 'deliverable',
    id,
    fields: { outcomeId, ...fields },
    stamp: '0',
  });
const agendaAt = (nowMs: number, open: readonly Deliverable[]): Agenda =>
  agendaOf({
    open,
    termsOf,
    isWaiting: ({ needs }) => needs.some(({ doneAtMs }) => doneAtMs === null),
    dayEndsAtMs: DAY_ENDS,
    nowMs,
  });
const agenda = (...open: Deliverable[]) => agendaAt(NOW, open);
const only = (...open: Deliverable[]) => agendaItems(agenda(...open))[0];
const idsByPart = (of: Agenda): Record<string, readonly string[]> =>
  Object.fromEntries(
    AGENDA_PARTS.filter((part) => of[part].length > 0).map((part) => [
      part,
      of[part].map((item) => item.work.id),
    ]),
  );
const waits = (fromMs: number): Record<string, Json> => ({
  'block.b': { fromMs, toMs: null, on: 'client', reason: 'prices' },
});

describe('a member’s agenda', () => {
  it('parts work by what matters about it', () => {
    const found = agenda(
      work('later', 'plain', { requestedAtMs: NOW - HOUR_MS }),
      work('begun', 'plain', { startedAtMs: NOW - HOUR_MS }),
      work('waits', 'plain', waits(NOW - HOUR_MS)),
      work('tonight', 'plain', { requestedAtMs: NOW - HOUR_MS, dueAtMs: NOW + 2 * HOUR_MS }),
      work('late', 'plain', { dueAtMs: NOW - 1 }),
      work('back', 'plain', {
        startedAtMs: NOW - HOUR_MS,
        returnedAtMs: NOW - 1,
        returnReason: 'two photos are missing',
      }),
      work('second', 'plain', { 'need.first': { memberId: 'ben', title: 'Photos' } }),
    );
    expect(idsByPart(found)).toEqual({
      returned: ['back'],
      atRisk: ['late'],
      inProgress: ['begun'],
      dueToday: ['tonight'],
      blocked: ['waits'],
      rest: ['later'],
      waiting: ['second'],
    });
  });

  it('counts down in the working time of its calendar', () => {
    // Asked on Wednesday 17:00 in Rome: eight working hours later is Thursday 17:00.
    const asked = Date.parse('2026-11-18T16:00:00Z');
    expect(only(work('promised', 'promised', { requestedAtMs: asked }))).toMatchObject({
      promise: 'completed',
      dueAtMs: Date.parse('2026-11-19T16:00:00Z'),
      leftWorkMs: 2 * HOUR_MS,
      risk: 'soon',
      resumesAtMs: null,
    });
  });

  it('pauses while the calendar is closed, and says when it goes on', () => {
    const fridayEvening = Date.parse('2026-11-20T18:00:00Z');
    const item = agendaItems(
      agendaAt(fridayEvening, [
        work('promised', 'promised', { requestedAtMs: Date.parse('2026-11-20T14:00:00Z') }),
      ]),
    )[0];
    expect(item).toMatchObject({
      leftWorkMs: 5 * HOUR_MS,
      resumesAtMs: Date.parse('2026-11-23T08:00:00Z'),
    });
  });

  it('says how long past its time work is in working time', () => {
    const yesterdayNoon = Date.parse('2026-11-18T12:00:00Z');
    expect(only(work('late', 'plain', { dueAtMs: yesterdayNoon }))).toMatchObject({
      risk: 'overdue',
      leftWorkMs: -9 * HOUR_MS,
    });
  });

  it('is at risk with less left than a quarter of what was given, or than such work usually takes', () => {
    const asked = Date.parse('2026-11-19T08:00:00Z');
    // 9:00 to 17:00 is seven working hours, of which two are left; to 16:00 six, of which one.
    expect(only(work('a', 'plain', { requestedAtMs: asked, dueAtMs: NOW + 2 * HOUR_MS }))).toMatchObject({ risk: 'soon' }); // prettier-ignore
    expect(only(work('b', 'plain', { requestedAtMs: asked, dueAtMs: NOW + HOUR_MS }))).toMatchObject({ risk: 'atRisk' }); // prettier-ignore
    expect(only(work('c', 'slow', { requestedAtMs: asked, dueAtMs: NOW + 2 * HOUR_MS }))).toMatchObject({ risk: 'atRisk' }); // prettier-ignore
  });

  it('shows the most pressing of several promises, until it is answered', () => {
    const requestedAtMs = NOW - HOUR_MS / 4;
    expect(only(work('new', 'both', { requestedAtMs }))).toMatchObject({ promise: 'responded' });
    expect(
      only(work('answered', 'both', { requestedAtMs, respondedAtMs: requestedAtMs + 1 })),
    ).toMatchObject({ promise: 'completed' });
  });

  it('weighs its own due time with its promises, and lets neither hide the other', () => {
    const requestedAtMs = NOW - HOUR_MS;
    const own = { requestedAtMs, dueAtMs: NOW + 200 * HOUR_MS };
    const soon = { requestedAtMs, dueAtMs: NOW + 2 * HOUR_MS };
    expect(only(work('a', 'promised', own))).toMatchObject({ promise: 'completed', risk: 'later' });
    expect(only(work('c', 'promised', soon))).toMatchObject({ promise: 'due', risk: 'soon' });
    expect(only(work('b', 'answered', own))).toMatchObject({ promise: 'started', risk: 'atRisk' });
  });

  it('no longer presses once a promised start was made', () => {
    const asked = { requestedAtMs: NOW - 50 * HOUR_MS, startedAtMs: NOW - HOUR_MS };
    expect(only(work('begun', 'answered', asked))).toMatchObject({ dueAtMs: null, risk: 'none' });
  });

  it('shows the longest wait first, in working time', () => {
    const found = agenda(
      work('short', 'plain', waits(NOW - HOUR_MS)),
      // Since yesterday 17:00: an hour then, and five today.
      work('long', 'plain', waits(Date.parse('2026-11-18T16:00:00Z'))),
    );
    expect(found.blocked.map(({ work: { id }, waitedWorkMs }) => [id, waitedWorkMs])).toEqual([
      ['long', 6 * HOUR_MS],
      ['short', HOUR_MS],
    ]);
  });

  it('keeps work whose calendar never opens, pressed by nothing', () => {
    const never = workClock({ id: 'none', name: '', versions: [] });
    const found = agendaOf({
      open: [work('a', 'promised', { requestedAtMs: NOW - HOUR_MS })],
      termsOf: (each) => ({ ...termsOf(each), clock: never }),
      isWaiting: () => false,
      dayEndsAtMs: DAY_ENDS,
      nowMs: NOW,
    });
    expect(idsByPart(found)).toEqual({ rest: ['a'] });
  });
});

const anInstant = fc.integer({ min: -20, max: 20 }).map((hours) => NOW + hours * HOUR_MS);
const maybe = fc.option(anInstant, { nil: null });
const anyWork = fc
  .record({
    outcomeId: fc.constantFrom('plain', 'promised', 'answered', 'both', 'slow'),
    requestedAtMs: maybe,
    startedAtMs: maybe,
    respondedAtMs: maybe,
    returnedAtMs: maybe,
    dueAtMs: maybe,
    isBlocked: fc.boolean(),
    hasNeed: fc.boolean(),
  })
  .map(({ outcomeId, isBlocked, hasNeed, ...fields }) => ({
    outcomeId,
    fields: {
      ...fields,
      ...(isBlocked && waits(NOW - HOUR_MS)),
      ...(hasNeed && { 'need.n': { memberId: 'ben', title: 'x' } }),
    },
  }));
const anyOpen = fc
  .array(anyWork, { maxLength: 30 })
  .map((all) => all.map(({ outcomeId, fields }, at) => work(`w${at}`, outcomeId, fields)));

describe('the order of what matters', () => {
  it('loses nothing and shows nothing twice', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const shown = agendaItems(agenda(...open)).map((item) => item.work.id);
        expect(shown.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('is one order, whatever order the work comes in', () => {
    const shuffled = anyOpen.chain((open) =>
      fc.tuple(
        fc.constant(open),
        fc.shuffledSubarray(open, { minLength: open.length, maxLength: open.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([open, again]) => {
        expect(agendaItems(agenda(...again))).toEqual(agendaItems(agenda(...open)));
      }),
    );
  });

  it('never puts what is safe before what is at risk, and counts each countdown by the calendar', () => {
    const order = ['overdue', 'atRisk', 'soon', 'later', 'none'];
    fc.assert(
      fc.property(anyOpen, (open) => {
        const found = agenda(...open);
        for (const part of AGENDA_PARTS) {
          if (part === 'blocked') continue;
          const risks = found[part].map(({ risk }) => order.indexOf(risk));
          expect(risks).toEqual(risks.toSorted((a, b) => a - b));
        }
        for (const { dueAtMs, leftWorkMs } of agendaItems(found)) {
          expect(leftWorkMs).toBe(dueAtMs === null ? null : clock.between(NOW, dueAtMs));
        }
      }),
    );
  });
});
