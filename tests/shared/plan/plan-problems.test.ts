import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Need } from '#shared/deliverables/deliverable';
import { calendarFrom } from '#shared/plan/calendar';
import { goalFrom } from '#shared/plan/goal';
import { keyResultFrom } from '#shared/plan/key-result';
import { memberFrom } from '#shared/plan/member';
import { objectiveFrom } from '#shared/plan/objective';
import { outcomeFrom } from '#shared/plan/outcome';
import { planProblems, workProblems } from '#shared/plan/plan-problems';
import type { RuledPlan } from '#shared/plan/plan-problems';
import { priorityFrom } from '#shared/plan/priority';
import { roleFrom } from '#shared/plan/role';
import type { Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import type { Json } from '#shared/json';

type Records = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

const OFFICE: Fields = {
  name: 'Office',
  versions: [
    {
      fromDay: '0001-01-01',
      timeZone: 'Europe/Rome',
      shifts: [{ weekday: 1, fromMinute: 540, toMinute: 1080 }],
      holidays: [],
    },
  ],
};

const WELL: Records = {
  member: {
    ana: { name: 'Ana', calendarId: 'office' },
    eve: { name: 'Eve', calendarId: 'office', gone: true },
  },
  calendar: { office: OFFICE },
  outcome: {
    o: {
      name: 'Uploads',
      ownerId: 'ana',
      measures: [{ kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' }],
      sla: [{ to: 'completed', minutes: 480, fromDay: '2026-01-01' }],
    },
  },
};

function planOf(records: Records): RuledPlan {
  const of = <T>(type: string, read: (state: RecordState) => T): T[] =>
    Object.entries(records[type] ?? {}).map(([id, fields]) =>
      read({ audience: 'team', type, id, fields, stamp: '0' }),
    );
  const byId = <T extends { id: string }>(all: readonly T[]) =>
    new Map(all.map((each) => [each.id, each]));
  const members = of('member', memberFrom);
  const calendars = of('calendar', calendarFrom);
  const roles = of('role', roleFrom);
  const keyResults = of('keyResult', keyResultFrom);
  return {
    members,
    calendars,
    roles,
    keyResults,
    outcomes: of('outcome', outcomeFrom),
    goals: of('goal', goalFrom),
    priorities: of('priority', priorityFrom),
    objectives: of('objective', objectiveFrom),
    memberById: byId(members),
    calendarById: byId(calendars),
    roleById: byId(roles),
    keyResultById: byId(keyResults),
  };
}

const codesOf = (records: Records) =>
  planProblems(planOf({ ...WELL, ...records })).map(({ subject, code }) => `${subject} ${code}`);

const outcomeWith = (part: Fields): Records => ({
  outcome: { o: { ...WELL['outcome']?.['o'], ...part } },
});
const measure = (part: Fields): Fields => ({
  measures: [{ kind: 'quantity', direction: 'atLeast', target: 1, period: 'day', ...part }],
});

test('a plan that is well has no problem', () => {
  expect(codesOf({})).toEqual([]);
});

describe('what was merged or imported is flagged', () => {
  test.each<[string, Records, string[]]>([
    [
      'nobody owns it',
      outcomeWith({ ownerId: '' }),
      ['outcome owner-none', 'outcome members-missing'],
    ],
    [
      'an owner nobody knows',
      outcomeWith({ ownerId: 'who', memberIds: ['ana'] }),
      ['outcome owner-none'],
    ],
    [
      'an owner who left',
      outcomeWith({ ownerId: 'eve', memberIds: ['ana'] }),
      ['outcome owner-left'],
    ],
    ['the owner standing in', outcomeWith({ standInId: 'ana' }), ['outcome stand-in-is-owner']],
    ['a target of zero', outcomeWith(measure({ target: 0 })), ['outcome target-not-positive']],
    ['a target below zero', outcomeWith(measure({ target: -1 })), ['outcome target-not-positive']],
    [
      'accuracy over 100',
      outcomeWith(measure({ kind: 'accuracy', target: 99 })),
      ['outcome percent-over-hundred'],
    ],
    [
      'a score above its scale',
      outcomeWith(measure({ kind: 'score', target: 9 })),
      ['outcome score-over-scale'],
    ],
    [
      'a ratio without names',
      outcomeWith(measure({ kind: 'ratio', target: 0.5 })),
      ['outcome counts-unnamed'],
    ],
    ['a calendar that is gone', outcomeWith({ calendarId: 'lost' }), ['outcome calendar-missing']],
    [
      'a member without hours',
      { member: { ana: { name: 'Ana' } } },
      ['outcome member-without-hours'],
    ],
    [
      'a promise of less than nothing',
      outcomeWith({ sla: { minutes: -5 } }),
      ['outcome promise-not-positive'],
    ],
    [
      'a promise from the year 2500',
      outcomeWith({ sla: { minutes: 5, fromDay: '2500-01-01' } }),
      ['outcome day-beyond-limits'],
    ],
    ['a start that is no day', outcomeWith({ startsOn: 'soon' }), ['outcome day-beyond-limits']],
    ['a role that is gone', outcomeWith({ roleId: 'lost' }), ['outcome role-missing']],
    [
      'a key result that is gone',
      outcomeWith({ keyResultId: 'x' }),
      ['outcome key-result-missing'],
    ],
    [
      'a calendar without hours',
      { calendar: { office: { name: 'Office', versions: [] } } },
      ['outcome member-without-hours', 'calendar no-hours'],
    ],
    [
      'shifts that overlap',
      {
        calendar: {
          office: {
            name: 'Office',
            versions: [
              {
                fromDay: '2026-01-01',
                timeZone: 'Europe/Rome',
                shifts: [
                  { weekday: 1, fromMinute: 540, toMinute: 720 },
                  { weekday: 1, fromMinute: 600, toMinute: 900 },
                ],
                holidays: [],
              },
            ],
          },
        },
      },
      ['calendar shifts-overlap'],
    ],
    [
      'a role held by somebody who left',
      { role: { r: { name: 'Care', memberIds: ['eve'], ownerId: 'eve' } } },
      ['role owner-left', 'role holder-left'],
    ],
    [
      'a goal that ends before it starts, of somebody who left',
      {
        goal: {
          g: { name: 'Grow', startsOn: '2026-02-01', endsOn: '2026-01-01', ownerId: 'eve' },
        },
      },
      ['goal ends-before-start', 'goal owner-left'],
    ],
    [
      'a goal beyond limits',
      { goal: { g: { name: 'Grow', endsOn: '2400-01-01' } } },
      ['goal day-beyond-limits'],
    ],
    [
      'a quarter that cannot be read',
      { priority: { p: { name: 'Keep', quarter: 'soon' } } },
      ['priority quarter-unreadable'],
    ],
    [
      'a member from the year 1492',
      { member: { ana: { name: 'Ana', calendarId: 'office', startsOn: '1492-10-12' } } },
      ['member day-beyond-limits'],
    ],
  ])('%s', (_name, records, codes) => {
    expect(codesOf(records)).toEqual(codes);
  });

  test('what is archived or closed is left alone', () => {
    expect(codesOf(outcomeWith({ ownerId: '', archived: true }))).toEqual([]);
    expect(codesOf({ goal: { g: { name: '', ownerId: 'eve', status: 'done' } } })).toEqual([]);
  });
});

describe('open work', () => {
  const { memberById } = planOf(WELL);
  const need = (id: string): Need => ({ id, memberId: 'ana', title: id, doneAtMs: null });
  const work = (id: string, memberId: string, needs: readonly string[] = []) => ({
    id,
    memberId,
    title: `Work ${id}`,
    needs: needs.map(need),
  });

  test('that waits for itself is told once for each circle', () => {
    const open = [work('a', 'ana', ['b']), work('b', 'ana', ['a']), work('c', 'ana', ['a'])];
    expect(workProblems(open, memberById)).toEqual([
      {
        code: 'needs-circle',
        subject: 'work',
        id: 'a',
        name: 'Work a → Work b',
        workCount: 2,
      },
    ]);
  });

  test('of somebody who left is counted by member', () => {
    expect(
      workProblems([work('a', 'eve'), work('b', 'eve'), work('c', 'ana')], memberById),
    ).toEqual([{ code: 'work-of-left', subject: 'member', id: 'eve', name: 'Eve', workCount: 2 }]);
  });
});

test('no record whatever it holds makes the rules fail', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  const names = [
    'name',
    'ownerId',
    'standInId',
    'memberIds',
    'measures',
    'sla',
    'startsOn',
    'endsOn',
  ].concat(['versions', 'calendarId', 'roleId', 'quarter', 'target', 'source', 'gone', 'unit']);
  const fields = fc.dictionary(fc.constantFrom(...names), json);
  const types = ['member', 'calendar', 'outcome', 'role', 'goal', 'priority', 'objective'];
  fc.assert(
    fc.property(fc.constantFrom(...types, 'keyResult'), fields, (type, fields) => {
      expect(() => codesOf({ [type]: { x: fields } })).not.toThrow();
    }),
  );
});
