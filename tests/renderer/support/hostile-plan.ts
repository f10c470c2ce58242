import type { Json } from '#shared/json';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';

const team = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

const LAST_INSTANT_MS = Date.parse('9999-12-30T00:00:00Z');
const FIRST_INSTANT_MS = Date.parse('0001-01-02T00:00:00Z');
const DAY_MS = 86_400_000;

const dayAfter = (count: number): string =>
  new Date(Date.parse('1990-01-01T00:00:00Z') + count * DAY_MS).toISOString().slice(0, 10);

const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));

const version = (fields: Readonly<Record<string, Json>>): Json => ({
  fromDay: '0001-01-01',
  timeZone: 'Asia/Manila',
  shifts: OFFICE,
  holidays: [],
  ...fields,
});

const calendars: readonly Edit[] = [
  team('calendar', 'no-versions', { name: 'No versions' }),
  team('calendar', 'no-hours', { name: 'No hours', versions: [version({ shifts: [] })] }),
  team('calendar', 'overlapping', {
    name: 'Overlapping',
    versions: [
      version({
        shifts: [...OFFICE, ...OFFICE, { weekday: 1, fromMinute: 600, toMinute: 2900 }],
      }),
    ],
  }),
  team('calendar', 'nonsense', {
    name: 'Nonsense',
    holidayNames: { '2026-13-45': 'Never', '2026-12-25': 'Christmas' },
    holidaySource: { country: 'ATLANTIS', state: '../..', years: ['x', 1e300, -5] },
    versions: [
      version({ timeZone: 'Atlantis/Capital', fromDay: '9999-12-31' }),
      version({ timeZone: 'constructor', fromDay: 'soon', shifts: [{ weekday: 9 }, 'x', null] }),
      version({ fromDay: '0000-01-01', holidays: ['0000-01-01', '9999-12-31', 7] }),
      7,
      null,
    ],
  }),
  team('calendar', 'many-versions', {
    name: 'Many versions',
    versions: Array.from({ length: 500 }, (_, at) =>
      version({ fromDay: dayAfter(at * 30), shifts: OFFICE.slice(0, 1) }),
    ),
  }),
  team('calendar', 'many-holidays', {
    name: 'Many holidays',
    versions: [version({ holidays: Array.from({ length: 4_800 }, (_, at) => dayAfter(at * 4)) })],
  }),
];

const members: readonly Edit[] = [
  ['bad-zone', { timeZone: 'Atlantis/Capital', calendarId: 'nonsense' }],
  ['no-hours', { timeZone: 'Asia/Manila', calendarId: 'no-hours' }],
  ['no-calendar', { timeZone: 'Asia/Manila', calendarId: 'constructor' }],
  ['overlap', { timeZone: 'Europe/Rome', calendarId: 'overlapping', startsOn: '9999-12-31' }],
  ['versions', { timeZone: 'Asia/Manila', calendarId: 'many-versions', startsOn: 'yesterday' }],
  ['holidays', { timeZone: 'Asia/Manila', calendarId: 'many-holidays', goneOn: '0000-01-01' }],
  ['left', { timeZone: 'Asia/Manila', gone: true, goneOn: '2026-11-01' }],
].map(([id, fields]) =>
  team('member', String(id), { name: `Member ${String(id)}`, ...(fields as Fields) }),
);

const LIMITS = { startsOn: '9999-12-31', endsOn: '0000-01-01' };

const strategy: readonly Edit[] = [
  team('goal', 'goal', { name: 'Goal', ownerId: 'left', ...LIMITS, carriedFromId: 'goal' }),
  team('goal', 'unnamed', { name: '', status: 'exploded', order: 1e308 }),
  // What is below names what is above by the id of another kind, of itself, or of nothing.
  team('priority', 'goal', { name: 'Its own goal', goalId: 'goal', quarter: '2026-Q4' }),
  team('priority', 'p', { name: 'Priority', goalId: 'p', quarter: '2026-Q4', ownerId: 'left' }),
  team('priority', 'q', { name: 'No quarter', goalId: 'goal', quarter: '0000-Q9', ...LIMITS }),
  team('priority', 'far', { name: 'Far', goalId: 'goal', quarter: '9999-Q4' }),
  team('priority', 'first', { name: 'First', goalId: 'goal', quarter: '0000-Q1' }),
  team('priority', 'a', {
    name: 'Circle a',
    goalId: 'goal',
    quarter: '2026-Q4',
    carriedFromId: 'b',
  }),
  team('priority', 'b', {
    name: 'Circle b',
    goalId: 'goal',
    quarter: '2026-Q3',
    carriedFromId: 'a',
  }),
  team('objective', 'goal', { name: 'Its own priority', priorityId: 'goal', ...LIMITS }),
  team('objective', 'o', { name: 'Objective', priorityId: 'o', team: 'x'.repeat(5_000) }),
  team('keyResult', 'huge', {
    name: 'Huge',
    objectiveId: 'goal',
    start: -1e308,
    target: 1e308,
    'reading.a': { day: '2026-11-01', value: 1e308 },
    'reading.b': { day: '9999-12-31', value: -1e308 },
    'reading.c': { day: '0000-01-01', value: 5e-324 },
    'reading.d': { day: 'x', value: 'NaN' },
    'reading.e': 'nothing',
  }),
  team('keyResult', 'still', { name: 'Still', objectiveId: 'goal', start: 7, target: 7 }),
  team('keyResult', 'zero', {
    name: 'Zero',
    objectiveId: 'goal',
    target: 0,
    source: 'measure',
    measure: 'cycleTime',
    outcomeIds: ['constructor', 'none', 'zero'],
    startsOn: '9999-12-31',
    endsOn: '9999-12-31',
  }),
  team('keyResult', 'backwards', {
    name: 'Backwards',
    objectiveId: 'backwards',
    target: 1e308,
    source: 'measure',
    measure: 'quantity',
    carriedFromId: 'backwards',
    ...LIMITS,
  }),
  team('role', 'role', { name: 'Role', ownerId: 'left', memberIds: ['left', 'none', 'left'] }),
];

const promise = (to: string, minutes: number, fromDay = '0001-01-01'): Json => ({
  to,
  minutes,
  fromDay,
});

const measure = (kind: string, target: number, more: Fields = {}): Json => ({
  kind,
  target,
  direction: 'atLeast',
  period: 'day',
  ...more,
});

const outcomes: readonly Edit[] = [
  team('outcome', 'promised', {
    name: 'Promised',
    calendarId: 'none',
    keyResultId: 'goal',
    roleId: 'promised',
    memberIds: ['left', 'none', 'no-hours'],
    sla: [
      promise('responded', 0),
      promise('started', 1e300),
      promise('completed', -5),
      promise('completed', 0.001, '9999-12-31'),
      promise('completed', 480, '0000-01-01'),
    ],
    measures: ['quantity', 'turnaround', 'accuracy', 'slaCompliance', 'score', 'ratio', 'cost'].map(
      (kind) => measure(kind, 0),
    ),
  }),
  team('outcome', 'endless', {
    name: 'Endless',
    calendarId: 'no-hours',
    keyResultId: 'huge',
    ownerId: 'no-hours',
    standInId: 'no-hours',
    startsOn: '9999-12-31',
    sla: [promise('completed', 480), promise('started', 480), promise('responded', 1e308)],
    measures: [
      measure('quantity', 1e308, { period: 'quarter' }),
      measure('turnaround', -1e308, {
        quantile: 7,
        sampling: { kind: 'share', shareRatio: 1e-300 },
      }),
      measure('score', 5, { scaleMax: -1 }),
      measure('quantity', 5e-324),
    ],
  }),
  team('outcome', 'nonsense', {
    name: 'Nonsense',
    calendarId: 'nonsense',
    keyResultId: 'zero',
    ownerId: 'bad-zone',
    client: 'Atlantis Ltd',
    sla: promise('completed', 60),
    measures: [measure('quantity', 10)],
  }),
  team('outcome', 'crowded', {
    name: 'Crowded',
    ownerId: 'versions',
    memberIds: ['holidays', 'overlap', 'no-calendar'],
    sla: [promise('completed', 60), promise('responded', 1)],
    measures: [measure('quantity', 3), measure('cycleTime', 10)],
  }),
  team('client', 'atlantis', { name: 'Atlantis Ltd', timeZone: 'Atlantis/Capital' }),
];

const WORKERS = [
  'bad-zone',
  'no-hours',
  'no-calendar',
  'overlap',
  'versions',
  'holidays',
  'left',
  'nobody',
];

const work = (memberId: string, id: string, fields: Fields): Edit => ({
  audience: memberAudience(memberId),
  type: 'deliverable',
  id: `202611-${memberId}-${id}`,
  fields: { title: `${id} of ${memberId}`, zone: 'Atlantis/Capital', ...fields },
});

/** Work of each kind that no form would let through. */
const workOf = (memberId: string): readonly Edit[] => [
  work(memberId, 'self', {
    outcomeId: 'endless',
    requestedAtMs: FIRST_INSTANT_MS,
    dueAtMs: LAST_INSTANT_MS,
    [`need.202611-${memberId}-self`]: { memberId, title: 'Itself', doneAtMs: null },
    'block.a': { fromMs: LAST_INSTANT_MS, toMs: FIRST_INSTANT_MS, on: 'gremlins', whoId: 'none' },
    'block.b': { fromMs: FIRST_INSTANT_MS, toMs: null, on: 'manager', reason: 7 },
  }),
  work(memberId, 'one', {
    outcomeId: 'crowded',
    requestedAtMs: Date.parse('2026-11-17T01:00:00Z'),
    quantity: -1e308,
    [`need.202611-${memberId}-two`]: { memberId, title: 'two', doneAtMs: null },
  }),
  work(memberId, 'two', {
    outcomeId: 'crowded',
    startedAtMs: LAST_INSTANT_MS,
    requestedAtMs: LAST_INSTANT_MS,
    returnedAtMs: LAST_INSTANT_MS,
    [`need.202611-${memberId}-one`]: { memberId, title: 'one', doneAtMs: null },
  }),
  work(memberId, 'early', {
    outcomeId: 'nonsense',
    requestedAtMs: FIRST_INSTANT_MS,
    completedAtMs: FIRST_INSTANT_MS,
    day: '0001-01-02',
    quantity: 1e308,
  }),
  work(memberId, 'late', {
    outcomeId: 'nonsense',
    requestedAtMs: LAST_INSTANT_MS,
    completedAtMs: LAST_INSTANT_MS,
    acceptedAtMs: FIRST_INSTANT_MS,
    clientDay: '0001-01-01',
    day: '9999-12-31',
    client: 'Atlantis Ltd',
  }),
  work(memberId, 'apart', {
    outcomeId: 'constructor',
    completedAtMs: Date.parse('2026-11-18T01:00:00Z'),
    requestedAtMs: LAST_INSTANT_MS,
    startedAtMs: FIRST_INSTANT_MS,
    day: '2026-11-18',
    clientDay: '9999-12-31',
    errors: 1e308,
    score: -1e308,
    valueMinor: 1e308,
    costMinor: -1e308,
    partCount: 5,
    wholeCount: 0,
    reopenedCount: -7,
  }),
];

const RULES = ['', 'FREQ=SECONDLY', 'FREQ=DAILY;INTERVAL=0', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'];

const recurrencesOf = (memberId: string): readonly Edit[] =>
  [...RULES, 'FREQ=DAILY;COUNT=99999999', 'FREQ=DAILY\nEXDATE:1', '💥'.repeat(500)].map(
    (rule, at) => ({
      audience: memberAudience(memberId),
      type: 'recurrence',
      id: `rule-${at}-${memberId}`,
      fields: {
        outcomeId: 'crowded',
        title: `Rule ${at}`,
        rule,
        startsOn: ['9999-12-31', '0000-01-01', '2026-11-01'][at % 3] ?? '',
        endsOn: at % 2 === 0 ? '0000-01-01' : '',
        zone: 'Atlantis/Capital',
        calendarId: 'no-hours',
        dayOff: ['next', 'previous', 'keep', 'skip'][at % 4] ?? '',
        atMinute: at % 2 === 0 ? null : 1e9,
        dueMinutes: 1e308,
        endsAfterCount: at === 4 ? 1e308 : null,
      },
    }),
  );

/** A team as no form would let it be entered, the way a merge or an import may bring it all the same. */
export const HOSTILE_PLAN: readonly Edit[] = [
  ...calendars,
  ...members,
  ...strategy,
  ...outcomes,
  ...WORKERS.flatMap((memberId) => [...workOf(memberId), ...recurrencesOf(memberId)]),
];

/** The same kinds of work and rules for one member more. */
export const hostileWorkOf = (memberId: string): readonly Edit[] => [
  ...workOf(memberId),
  ...recurrencesOf(memberId),
];
