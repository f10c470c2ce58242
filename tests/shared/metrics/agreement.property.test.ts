import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { isOpen } from '#shared/deliverables/deliverable';
import { believable } from '#shared/deliverables/oddities';
import { Accumulator } from '#shared/metrics/accumulator';
import { complianceOf, openSla } from '#shared/metrics/compliance';
import { contributionsOf } from '#shared/metrics/contributions';
import type { DayFigures } from '#shared/metrics/overview';
import { overviewLines } from '#shared/metrics/overview';
import { figuresOf, groupLines } from '#shared/metrics/overview-groups';
import { lateBy, serviceOf } from '#shared/metrics/service';
import { readSla } from '#shared/metrics/sla';
import type { SlaState } from '#shared/metrics/sla';
import { shareWithoutKeyResult } from '#shared/metrics/strategy-gaps';
import { sumTotals } from '#shared/metrics/sum-totals';
import { termsBook, termsSource } from '#shared/metrics/terms';
import { officeHours } from '#shared/plan/calendar';
import { keyResultFrom } from '#shared/plan/key-result';
import { SLA_STAGES } from '#shared/plan/outcome';
import { deliverable, member, officeClocks, officeDays, outcome } from './overview-support.ts';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');
const FIRST = '2026-10-05';
const EVER = { fromDay: '2026-09-01', toDay: '2026-12-31' };
const HOUR_MS = 3_600_000;

const manila = officeHours('manila', 'Manila', 'Asia/Manila');
const [usual] = manila.versions;
if (!usual) throw new Error('no hours');
const MEMBERS = [
  member('ana', { calendarId: 'manila' }),
  member('ben', { timeZone: 'Asia/Tokyo' }),
];
const OUTCOMES = [
  outcome('tickets', ['ana', 'ben'], 4, {
    keyResultId: 'kr',
    sla: [
      { to: 'responded', minutes: 60, fromDay: '0001-01-01' },
      { to: 'started', minutes: 240, fromDay: '0001-01-01' },
      { to: 'completed', minutes: 960, fromDay: '0001-01-01' },
      { to: 'completed', minutes: 480, fromDay: '2026-11-02' },
    ],
  }),
  outcome('listings', ['ana'], 8, { sla: { to: 'completed', minutes: 300 } }),
  outcome('unpromised', ['ben'], 0),
];
const CALENDARS = [
  {
    ...manila,
    versions: [usual, { ...usual, fromDay: '2026-11-10', holidays: ['2026-11-12'] }],
  },
];
const KEY_RESULT = keyResultFrom({
  audience: 'team',
  type: 'keyResult',
  id: 'kr',
  fields: { name: 'Answered in time' },
  stamp: '0',
});
const TERMS = termsBook(
  termsSource({ members: MEMBERS, outcomes: OUTCOMES, calendars: CALENDARS }),
);

const after = fc.option(fc.integer({ min: 0, max: 90 }), { nil: null });

/** Work of any fate: answered, begun, blocked, done, returned, reopened, deleted or moved. */
const anyWork: fc.Arbitrary<Deliverable> = fc
  .record({
    id: fc.uuid(),
    memberId: fc.constantFrom('ana', 'ben'),
    outcomeId: fc.constantFrom('tickets', 'listings', 'unpromised', 'unknown'),
    dayOffset: fc.integer({ min: 0, max: 43 }),
    hour: fc.integer({ min: 0, max: 23 }),
    isRequestKnown: fc.boolean(),
    respondedAfter: after,
    startedAfter: after,
    completedAfter: after,
    waited: fc.option(
      fc.record({
        from: fc.integer({ min: 0, max: 60 }),
        length: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
        on: fc.constantFrom('client', 'manager', 'system', 'self'),
      }),
      { nil: null },
    ),
    isReturned: fc.boolean(),
    fate: fc.constantFrom('kept', 'kept', 'kept', 'deleted', 'moved'),
    quantity: fc.integer({ min: 0, max: 12 }),
  })
  .map((each) => {
    const requestedAtMs =
      Date.parse(`${addDays(FIRST, each.dayOffset)}T00:00:00Z`) + each.hour * HOUR_MS;
    const at = (hours: number | null): number | null => {
      const ms = hours === null ? null : requestedAtMs + hours * HOUR_MS;
      return ms === null || ms > NOW_MS ? null : ms;
    };
    const completedAtMs = at(each.completedAfter);
    const terms = TERMS.of(each.memberId, each.outcomeId);
    const { waited } = each;
    return deliverable(each.memberId, each.id, {
      outcomeId: each.outcomeId,
      quantity: each.quantity,
      ...(each.isRequestKnown && { requestedAtMs }),
      respondedAtMs: at(each.respondedAfter),
      startedAtMs: at(each.startedAfter),
      ...(completedAtMs !== null && {
        completedAtMs,
        day: terms.days.dayAt(completedAtMs),
      }),
      ...(waited && {
        'block.b': {
          fromMs: requestedAtMs + waited.from * HOUR_MS,
          toMs:
            waited.length === null ? null : requestedAtMs + (waited.from + waited.length) * HOUR_MS,
          on: waited.on,
        },
      }),
      ...(each.isReturned && { returnedAtMs: requestedAtMs + HOUR_MS, reopenedCount: 1 }),
      ...(each.fate === 'deleted' && { deleted: true }),
      ...(each.fate === 'moved' && { movedTo: 'm-carl' }),
    });
  });

const anyTeam = fc.uniqueArray(anyWork, { maxLength: 25, selector: ({ id }) => id });

function rowsOf(all: readonly Deliverable[]): readonly DayFigures[] {
  return MEMBERS.flatMap(({ id: memberId }) => {
    const sums = new Accumulator();
    for (const each of all.filter((work) => work.memberId === memberId)) {
      for (const part of contributionsOf(each, TERMS.of(memberId, each.outcomeId))) sums.add(part);
    }
    return sums.cells().map((cell) => ({ memberId, ...cell }));
  });
}

const linesOf = (all: readonly Deliverable[]) =>
  overviewLines({
    members: MEMBERS,
    outcomes: OUTCOMES,
    clockOf: officeClocks(),
    daysOf: officeDays(),
    joinedAtMs: new Map(),
    range: EVER,
    rows: rowsOf(all),
    open: all.filter(isOpen),
    nowMs: NOW_MS,
  });

/** Every promise to every live deliverable, as far as it can be believed, read one by one. */
function readOneByOne(all: readonly Deliverable[], stateOf: 'state' | 'excusedState') {
  const states: SlaState[] = all
    .filter(({ isDeleted, isMoved }) => !isDeleted && !isMoved)
    .flatMap((given) => {
      const work = believable(given);
      const { clock, slasAt } = TERMS.of(given.memberId, given.outcomeId);
      if (!work || work.requestedAtMs === null) return [];
      return slasAt(work.requestedAtMs).flatMap(
        (sla) => readSla(work, sla, clock, NOW_MS)?.[stateOf] ?? [],
      );
    });
  const met = states.filter((state) => state === 'met').length;
  return { met, counted: states.filter((state) => state !== 'running').length };
}

describe('a figure is the same wherever it is read', () => {
  test('promises kept equal a reading of every deliverable, overdue open work included', () => {
    fc.assert(
      fc.property(anyTeam, (all) => {
        const { completed } = figuresOf(linesOf(all));
        const late = openSla(all.filter(isOpen), TERMS, NOW_MS);
        const { raw, excused } = serviceOf(completed, late).compliance;
        expect(raw).toMatchObject(readOneByOne(all, 'state'));
        expect(excused).toMatchObject(readOneByOne(all, 'excusedState'));
        if (raw.share && excused.share) {
          expect(excused.share.ratio).toBeGreaterThanOrEqual(raw.share.ratio);
        }
      }),
    );
  });

  test('promises by member and by outcome add up to those of all', () => {
    fc.assert(
      fc.property(anyTeam, fc.constantFrom('member', 'outcome'), (all, by) => {
        const open = all.filter(isOpen);
        const lines = linesOf(all);
        const late = lateBy(by, open, TERMS, NOW_MS);
        const whole = complianceOf(figuresOf(lines).completed, openSla(open, TERMS, NOW_MS));
        const groups = groupLines(lines, by).map(({ id, figures }) =>
          complianceOf(figures.completed, late.get(id)),
        );
        for (const kind of ['raw', 'excused'] as const) {
          const sum = (name: 'met' | 'counted') =>
            groups.reduce((total, group) => total + group[kind][name], 0);
          expect([sum('met'), sum('counted')]).toEqual([whole[kind].met, whole[kind].counted]);
        }
      }),
    );
  });

  test('the strategy counts the same completed work as the overview and the entries', () => {
    fc.assert(
      fc.property(anyTeam, (all) => {
        const done = all.filter(
          (work) => work.completedAtMs !== null && !work.isDeleted && !work.isMoved,
        );
        const rows = rowsOf(all);
        const plan = {
          outcomeById: new Map(OUTCOMES.map((each) => [each.id, each])),
          keyResultById: new Map([[KEY_RESULT.id, KEY_RESULT]]),
        };
        const share = shareWithoutKeyResult(rows, plan);
        expect(share.count).toBe(done.length);
        expect(share.withoutCount).toBe(
          done.filter(({ outcomeId }) => outcomeId !== 'tickets').length,
        );
        expect(figuresOf(linesOf(all)).completed.count).toBe(done.length);
        expect(sumTotals(rows.map(({ totals }) => totals)).quantity).toBe(
          done.reduce((sum, { quantity }) => sum + quantity, 0),
        );
      }),
    );
  });

  test('what was done, taken back, deleted or given away leaves no trace', () => {
    fc.assert(
      fc.property(anyTeam, anyTeam, (kept, gone) => {
        const sums = new Accumulator();
        const shift = (all: readonly Deliverable[], way: 'add' | 'remove') => {
          for (const each of all) {
            const terms = TERMS.of(each.memberId, each.outcomeId);
            for (const part of contributionsOf(each, terms)) sums[way](part);
          }
        };
        shift(gone, 'add');
        shift(kept, 'add');
        shift(gone, 'remove');
        const left = sumTotals(sums.cells().map(({ totals }) => totals));
        expect(left).toEqual(sumTotals(rowsOf(kept).map(({ totals }) => totals)));
        for (const each of kept) {
          const terms = TERMS.of(each.memberId, each.outcomeId);
          expect(contributionsOf({ ...each, isMoved: true }, terms)).toEqual([]);
          expect(contributionsOf({ ...each, isDeleted: true }, terms)).toEqual([]);
        }
      }),
    );
  });

  test.each(SLA_STAGES)(
    'work that runs or was not asked for counts for no promise to be %s',
    (to) => {
      const running = deliverable('ana', 'a', { outcomeId: 'tickets', requestedAtMs: NOW_MS });
      const unasked = deliverable('ana', 'b', { outcomeId: 'tickets', completedAtMs: NOW_MS });
      const all = [running, unasked];
      const { completed } = figuresOf(linesOf(all));
      const late = openSla(all.filter(isOpen), TERMS, NOW_MS);
      expect(complianceOf(completed, late, [to]).raw).toMatchObject({ met: 0, counted: 0 });
    },
  );
});
