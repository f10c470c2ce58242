import { expect, test } from 'vitest';
import { excusedByMonth, excusedSpans, standingOfOutage } from '#shared/outages/excused-time';
import { outageFigures } from '#shared/outages/outage-figures';
import type { Outage } from '#shared/outages/outage';
import { outageFrom, outageId } from '#shared/outages/outage';
import { officeHours } from '#shared/plan/calendar';
import { workClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';

const calendar = officeHours('hours', '', 'Europe/Rome');
const clock = workClock(calendar);
const days = workDays(calendar, 'Europe/Rome');
const at = (text: string): number => Date.parse(`${text}:00+01:00`);

const seen: Outage = {
  id: 'power-1',
  memberId: 'ana',
  kind: 'power',
  fromMs: at('2026-11-03T10:00'),
  toMs: at('2026-11-03T12:00'),
  seenBy: 'unclean-stop',
  isSure: true,
  verdict: null,
  reason: null,
  note: '',
};

test.each([
  ['what was seen beyond doubt', {}, 'counted'],
  ['what the member dismisses', { verdict: 'none' }, 'dismissed'],
  ['what could be something else', { isSure: false }, 'asked'],
  ['what the member confirms', { isSure: false, verdict: 'outage' }, 'counted'],
  ['what the member tells', { isSure: false, seenBy: 'told', verdict: 'outage' }, 'counted'],
  ['what still lasts', { toMs: null, verdict: 'outage' }, 'lasting'],
  ['a month and more', { toMs: at('2026-12-20T12:00'), verdict: 'outage' }, 'tooLong'],
] as const)('%s', (_what, change, standing) => {
  expect(standingOfOutage({ ...seen, ...change })).toBe(standing);
});

test('a record that was taken back, or ends before it begins, is none', () => {
  const read = (fields: Parameters<typeof outageFrom>[0]['fields']) =>
    outageFrom({ audience: 'm-ana', type: 'outage', id: 'x', stamp: '', fields });
  const fields = { kind: 'power', seenBy: 'told', fromMs: 10, toMs: 20 };
  expect(read(fields)).toMatchObject({ memberId: 'ana', verdict: null, isSure: false });
  expect(read({ ...fields, deleted: true })).toBeNull();
  expect(read({ ...fields, toMs: 10 })).toBeNull();
  expect(read({ ...fields, kind: 'mood' })).toBeNull();
  expect(read({ ...fields, fromMs: 1e300 })).toBeNull();
});

test('the same gap has the same id, and what is told lies beside what was seen', () => {
  expect(outageId('power', 'unclean-stop', 5)).toBe('power-5');
  expect(outageId('connection', 'unreachable-target', 5)).toBe('connection-5');
  expect(outageId('power', 'told', 5)).toBe('told-power-5');
});

test('month totals part a gap at the turn of the month and count an overlap once', () => {
  const overNewYear = { ...seen, fromMs: at('2026-10-30T16:00'), toMs: at('2026-11-02T11:00') };
  const told = { ...overNewYear, id: 'told', seenBy: 'told', verdict: 'outage' } as const;
  const months = excusedByMonth(excusedSpans([seen, overNewYear, told]), clock, days);
  const hours = months.map(({ month, workMs }) => [month, workMs / 3_600_000]);
  const before = clock.between(overNewYear.fromMs, at('2026-11-01T00:00')) / 3_600_000;
  const after = clock.between(at('2026-11-01T00:00'), overNewYear.toMs) / 3_600_000;
  expect(before).toBeGreaterThan(0);
  expect(hours).toEqual([
    ['2026-11', after + 2],
    ['2026-10', before],
  ]);
});

test('a manager sees how much was excused in the days shown, and by whose word', () => {
  const told = { ...seen, id: 't', seenBy: 'told', verdict: 'outage', isSure: false } as const;
  const asked = { ...seen, id: 'a', isSure: false } as const;
  const figures = outageFigures(
    [seen, told, asked, { ...seen, id: 'd', verdict: 'none' }],
    clock,
    days,
    { fromDay: '2026-11-02', toDay: '2026-11-08' },
    '2026-12-01',
  );
  expect(figures).toEqual({
    shownMs: 2 * 3_600_000,
    thisMonthMs: 0,
    lastMonthMs: 2 * 3_600_000,
    seenCount: 1,
    toldCount: 1,
    askedCount: 1,
  });
});
