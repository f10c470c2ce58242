import type { Json } from '#shared/json';
import type { Audience, Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';

/** What no field of a procedure, a run or anything about them is meant to hold; one of them per record. */
export const ODD_VALUES: readonly Json[] = [
  null,
  true,
  -1,
  1e308,
  -1e308,
  5e-324,
  '',
  'constructor',
  '9999-12-31',
  '2026-13-45',
  '<img src=x onerror=alert(1)>',
  '\u202e\u0000\ufeff',
  [],
  [null, 1, 'x', {}, []],
  {},
  { value: { value: [1] }, atMs: 'soon', order: 'first', kind: 7, tests: 'x', title: [] },
];

const words = (text: string): readonly string[] => text.split(' ');

const SOP_FIELDS = words(
  'title purpose outcomeId roleId ownerId reviewOn reviewEveryDays review sentBack',
);
const VERSION_FIELDS = words(
  'title purpose changeNote changeReason publishedById publishedAtMs effectiveOn',
);
const RUN_FIELDS = words(
  'outcomeId deliverableId abandonReason atStepId scheduleId occurrence scheduledAtMs ' +
    'dueAtMs missedReason parentRunId parentStepId handedToId fromRunId fromMemberId',
);
const SUGGESTION_FIELDS = words(
  'versionId stepId runId kind text proposedTitle proposedHow proposedWhy atMs decision ' +
    'publishedIn',
);
const ASKED_FIELDS = words(
  'stepId runId sopId versionId outcomeId deliverableId deliverableTitle askedOfId ' +
    'askedAtMs atStepId note dueAtMs trail signed reply',
);
const STEP_FIELDS = words(
  'order title how why kind required rules options min max expectedMinutes url sopId ' +
    'waitOn waitMinutes',
);

const all = (names: readonly string[], value: Json): Record<string, Json> =>
  Object.fromEntries(names.map((name) => [name, value]));

const KINDS = words('tick text number choice date file signOff link sop waitFor');

/** A step of each kind, each with every other field odd, rules that lead in circles, and steps that are none. */
const oddSteps = (value: Json): Fields =>
  Object.fromEntries([
    ...KINDS.map((kind, at): [string, Json] => [
      `step.${kind}`,
      {
        ...all(STEP_FIELDS, value),
        kind,
        order: at,
        required: at % 2 === 0,
        ...(kind === 'sop' && { sopId: 'ring-a' }),
        rules: [
          { effect: 'show', match: 'any', tests: [{ stepId: kind, kind: 'is', value }] },
          {
            effect: 'require',
            tests: [{ stepId: KINDS[(at + 1) % KINDS.length] ?? '', kind: 'notAnswered' }],
          },
          { effect: 'skip', match: value, tests: [{ stepId: 'none', kind: 'atLeast', value }] },
          value,
        ],
      },
    ]),
    ['step.plain', { ...all(STEP_FIELDS, value), title: 'Plain', order: -1, rules: [] }],
    ['step.none', value],
    ['step.', { title: 'Without an id' }],
    ['section.a', { order: value, title: value }],
    ['section.bare', value],
  ]);

const oddAnswers = (value: Json): Fields =>
  Object.fromEntries([
    ...[...KINDS, 'plain', 'unknown', ''].map((id): [string, Json] => [
      `answer.${id}`,
      { value, atMs: value, skipped: value, waitingSinceMs: value, byId: value },
    ]),
    ['answer.none', value],
  ]);

const team = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

const NOW_MS = Date.parse('2026-11-18T07:00:00Z');

/** Times that a number can say and no calendar can show. */
const OUT_OF_TIME: readonly Json[] = [1e308, -1e308, 9e15, -9e15, 5e-324, 'now', {}];

/** Procedures and versions of each odd value, two that run each other, and one without any version. */
const PLAN: readonly Edit[] = [
  ...ODD_VALUES.flatMap((value, at) => [
    team('sop', `odd-${at}`, {
      ...all(SOP_FIELDS, value),
      ...oddSteps(value),
      publishedVersion: 2,
    }),
    team('sopVersion', `odd-${at}.v1`, {
      ...all(VERSION_FIELDS, value),
      ...oddSteps(value),
      sopId: `odd-${at}`,
      number: 1,
      'credit.x': value,
      'credit.y': { memberId: value, stepId: value },
    }),
    team('sopVersion', `odd-${at}.v2`, {
      ...oddSteps(value),
      sopId: `odd-${at}`,
      number: 2,
      title: `Odd ${at}`,
    }),
  ]),
  ...(['a', 'b'] as const).flatMap((ring) => {
    const step = { title: 'Round', kind: 'sop', sopId: ring === 'a' ? 'ring-b' : 'ring-a' };
    const fields = { title: `Ring ${ring}`, 'step.sop': step };
    return [
      team('sop', `ring-${ring}`, { ...fields, publishedVersion: 1 }),
      team('sopVersion', `ring-${ring}.v1`, { ...fields, sopId: `ring-${ring}`, number: 1 }),
    ];
  }),
  team('sop', 'never', { title: 'Never arrived', publishedVersion: 1e308 }),
  team('sopVersion', 'partial.v1', { sopId: 'partial', number: 1, partCount: 1e308 }),
  team('sop', 'partial', { title: 'Partial', publishedVersion: 1 }),
];

const own = (audience: Audience, type: string, id: string, fields: Fields): Edit => ({
  audience,
  type,
  id,
  fields,
});

const RUN_STATES: readonly Fields[] = [
  { startedAtMs: NOW_MS },
  { startedAtMs: NOW_MS, finishedAtMs: NOW_MS + 1 },
  { startedAtMs: NOW_MS, finishedAtMs: NOW_MS - 1e9 },
  { startedAtMs: NOW_MS, abandonedAtMs: NOW_MS },
  { startedAtMs: NOW_MS, handedAtMs: NOW_MS },
  { missedAtMs: NOW_MS },
  {},
];

/** Every id of a run that `hostileRunsOf` makes. */
export const hostileRunIds = (): readonly string[] => [
  ...ODD_VALUES.flatMap((_, at) => RUN_STATES.map((__, state) => `odd-${at}-${state}`)),
  ...OUT_OF_TIME.map((_, at) => `time-${at}`),
  'never',
  'own-parent',
];

/** Runs, suggestions, signatures and hand-overs of a member, as no form would let them be made. */
const runsOf = (memberId: string): readonly Edit[] => {
  const audience = memberAudience(memberId);
  const odd = ODD_VALUES.flatMap((value, at) => [
    ...RUN_STATES.map((state, index) =>
      own(audience, 'run', `odd-${at}-${index}`, {
        ...all(RUN_FIELDS, value),
        ...oddAnswers(value),
        ...state,
        sopId: `odd-${at}`,
        versionId: `odd-${at}.v1`,
        day: '2026-11-18',
        'hold.a': { fromMs: value, toMs: value, kind: value, on: value, whoId: value },
        'hold.b': { fromMs: NOW_MS, toMs: value, kind: 'blocked', on: value, reason: value },
        'hold.none': value,
        [`choice.odd-${at}.v2`]: { choice: value, fromVersionId: value, atMs: value, unfit: value },
        'choice.none': value,
      }),
    ),
    own(audience, 'suggestion', `odd-${at}-${memberId}`, {
      ...all(SUGGESTION_FIELDS, value),
      sopId: `odd-${at}`,
    }),
    own(audience, 'suggestion', `decided-${at}-${memberId}`, {
      ...all(SUGGESTION_FIELDS, value),
      sopId: `odd-${at}`,
      stepId: 'plain',
      atMs: NOW_MS,
      decision: { verdict: 'accepted', reason: value, byId: value, atMs: value },
    }),
    own(audience, 'acknowledgement', `odd-${at}.v1`, {
      sopId: `odd-${at}`,
      number: value,
      atMs: value,
    }),
  ]);
  const late = OUT_OF_TIME.map((value, at) =>
    own(audience, 'run', `time-${at}`, {
      sopId: 'odd-0',
      versionId: 'odd-0.v1',
      day: '2026-11-18',
      ...all(
        [
          'startedAtMs',
          'scheduledAtMs',
          'dueAtMs',
          ...(at % 2 === 0 ? ['finishedAtMs'] : ['abandonedAtMs']),
        ],
        value,
      ),
      'answer.waitFor': { value: true, atMs: value, waitingSinceMs: value },
      'hold.a': { fromMs: value, toMs: null, kind: 'paused' },
    }),
  );
  return [
    ...odd,
    ...late,
    own(audience, 'run', 'never', {
      sopId: 'nothing',
      versionId: 'nothing.v1',
      startedAtMs: NOW_MS,
      day: '2026-11-18',
    }),
    own(audience, 'run', 'own-parent', {
      sopId: 'ring-a',
      versionId: 'ring-a.v1',
      startedAtMs: NOW_MS,
      day: '2026-11-18',
      parentRunId: 'own-parent',
      parentStepId: 'sop',
      fromRunId: 'own-parent',
      fromMemberId: memberId,
    }),
  ];
};

/** What a colleague asks of `memberId`: signatures and hand-overs, from `memberId` too. */
const askedOf = (memberId: string, fromId: string): readonly Edit[] =>
  ODD_VALUES.flatMap((value, at) => [
    team('signOff', `${fromId}.odd-${at}-0.signOff`, {
      ...all(ASKED_FIELDS, value),
      ...oddAnswers(value),
      runId: `odd-${at}-0`,
      stepId: 'signOff',
      sopId: `odd-${at}`,
      versionId: `odd-${at}.v1`,
      askedAtMs: NOW_MS,
      askedOfId: memberId,
    }),
    team('signOff', `${fromId}.odd-${at}-1.signOff`, all(ASKED_FIELDS, value)),
    team('handOver', `${fromId}.odd-${at}-4.x`, {
      ...all(ASKED_FIELDS, value),
      ...oddAnswers(value),
      runId: `odd-${at}-4`,
      sopId: `odd-${at}`,
      versionId: `odd-${at}.v1`,
      atMs: NOW_MS,
      toId: memberId,
      trail: [value, { memberId: fromId, runId: `odd-${at}-4` }],
    }),
    team('handOver', `${fromId}.odd-${at}-3.x`, { ...all(ASKED_FIELDS, value), toId: value }),
  ]);

const schedulesOf = (memberId: string): readonly Edit[] =>
  ODD_VALUES.map((value, at) =>
    own(memberAudience(memberId), 'recurrence', `schedule-${at}`, {
      ...all(['title', 'startsOn', 'endsOn', 'atMinute', 'dayOff', 'calendarId', 'catchUp'], value),
      rule:
        at % 3 === 0 ? 'FREQ=DAILY' : (['x', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'][at % 2] ?? ''),
      startsOn: '2020-01-01',
      zone: at % 2 === 0 ? 'Atlantis/Capital' : 'Asia/Manila',
      dueMinutes: value,
      sinceMs: value,
      sopId: at % 4 === 0 ? 'vanished' : `odd-${at}`,
    }),
  );

/** Procedures and all that is about them as a merge may bring them, for a member and a colleague of theirs. */
export const hostileSops = (memberId: string, colleagueId: string): readonly Edit[] => [
  ...PLAN,
  ...runsOf(memberId),
  ...runsOf(colleagueId),
  ...askedOf(memberId, colleagueId),
  ...askedOf(colleagueId, memberId),
  ...schedulesOf(memberId),
];
