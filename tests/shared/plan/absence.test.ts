import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/day';
import type { Absence } from '#shared/plan/absence';
import {
  absenceFields,
  absenceFrom,
  absenceProblems,
  daysOfLeave,
  isAwayOn,
  leaveByMember,
  standInsFor,
  whoDoes,
} from '#shared/plan/absence';

const absence = (given: Partial<Absence>): Absence => ({
  id: 'a1',
  memberId: 'ana',
  fromDay: '2026-03-02',
  toDay: '2026-03-06',
  standInId: 'ben',
  standInByOutcome: new Map(),
  note: '',
  isDeleted: false,
  ...given,
});

const draft = (given: Partial<Absence> = {}) => absence(given);

describe('what may be saved', () => {
  test('a leave of one day with a stand-in', () => {
    expect(absenceProblems(draft({ toDay: '2026-03-02' }), 'a1', [])).toEqual([]);
  });

  test.each([
    ['nobody', { memberId: '' }, ['member-missing']],
    ['no first day', { fromDay: '' }, ['from-missing']],
    ['an end before its start', { toDay: '2026-03-01' }, ['to-before-from']],
    ['more than a year', { toDay: '2027-03-03' }, ['too-long']],
    ['oneself as stand-in', { standInId: 'ana' }, ['stand-in-self']],
    [
      'oneself for one outcome',
      { standInByOutcome: new Map([['uploads', 'ana']]) },
      ['stand-in-self'],
    ],
  ])('not %s', (_, given, problems) => {
    expect(absenceProblems(draft(given), 'a1', [])).toEqual(problems);
  });

  test('not what overlaps another leave of the same member by a day', () => {
    const other = absence({ id: 'a2', fromDay: '2026-03-06', toDay: '2026-03-09' });
    expect(absenceProblems(draft(), 'a1', [other])).toEqual(['overlaps']);
    expect(absenceProblems(draft(), 'a1', [{ ...other, memberId: 'ben' }])).toEqual([]);
    expect(absenceProblems(draft(), 'a1', [{ ...other, isDeleted: true }])).toEqual([]);
    expect(absenceProblems(draft(), 'a2', [other])).toEqual([]);
  });
});

describe('who does the work', () => {
  const away = absence({ standInByOutcome: new Map([['uploads', 'cat']]) });

  test('the member before and after, whoever stands in between, both days included', () => {
    const who = (day: string) => whoDoes([away], 'ana', 'support', day);
    expect(who('2026-03-01')).toBe('ana');
    expect(who('2026-03-02')).toBe('ben');
    expect(who('2026-03-06')).toBe('ben');
    expect(who('2026-03-07')).toBe('ana');
  });

  test('of one outcome the one who was named for it', () => {
    expect(whoDoes([away], 'ana', 'uploads', '2026-03-03')).toBe('cat');
  });

  test('the stand-in of a stand-in who is away too', () => {
    const ben = absence({ id: 'a2', memberId: 'ben', fromDay: '2026-03-04', standInId: 'dan' });
    expect(standInsFor([away, ben], 'ana', 'support')).toEqual([
      { toId: 'ben', fromDay: '2026-03-02', toDay: '2026-03-03' },
      { toId: 'dan', fromDay: '2026-03-04', toDay: '2026-03-06' },
    ]);
  });

  test('the member, where all who stand in for each other are away', () => {
    const ben = absence({ id: 'a2', memberId: 'ben', standInId: 'ana' });
    expect(whoDoes([away, ben], 'ana', 'support', '2026-03-03')).toBe('ana');
    expect(standInsFor([away, ben], 'ana', 'support')).toEqual([]);
  });

  test('nobody else where nobody stands in, or the leave was taken back', () => {
    expect(standInsFor([absence({ standInId: '' })], 'ana', 'x')).toEqual([]);
    expect(standInsFor([absence({ isDeleted: true })], 'ana', 'x')).toEqual([]);
  });
});

test('what was stored reads the same, and a stand-in that is none any more is cleared', () => {
  const before = absence({ standInByOutcome: new Map([['uploads', 'cat']]) });
  const after = absence({ standInByOutcome: new Map([['support', 'dan']]) });
  const fields = { ...absenceFields(before), ...absenceFields(after, before) };
  const state = {
    audience: 'team' as const,
    type: 'absence',
    id: 'a1',
    fields,
    hlc: '',
    stamps: {},
  };
  expect(absenceFrom(state as unknown as Parameters<typeof absenceFrom>[0])).toEqual(after);
});

describe('leave of several absences', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
  const absences = fc.array(
    fc.record({ from: day, length: fc.integer({ min: 0, max: 12 }) }).map(({ from, length }) => ({
      from,
      to: addDays(from, length),
    })),
    { maxLength: 8 },
  );

  test('covers exactly their days, apart from each other', () => {
    fc.assert(
      fc.property(absences, day, (spans, asked) => {
        const all = spans.map(({ from, to }, at) =>
          absence({ id: `a${at}`, fromDay: from, toDay: to }),
        );
        const leave = leaveByMember(all).get('ana') ?? [];
        const isAway = spans.some(({ from, to }) => from <= asked && asked <= to);
        expect(isAwayOn(leave, asked)).toBe(isAway);
        const days = daysOfLeave(leave);
        expect(days).toEqual([...new Set(days)].toSorted());
        for (const [at, { fromDay }] of leave.slice(1).entries()) {
          expect(addDays(leave[at]?.toDay ?? '', 1) < fromDay).toBe(true);
        }
      }),
    );
  });
});
