import { z } from 'zod';
import type { Json } from '../json.ts';
import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import { SUGGESTION_KINDS } from '../sops/suggestion.ts';

/**
 * What was on screen when a review was held: names and numbers as they were, so that history draws them
 * and never reckons anew. Stored as the field `figures` of a review; what is being prepared has the same
 * shape, so that one drawing serves the meeting, its history and its print. Quantities are in the
 * outcome's unit, money in minor units of `currency`, times in ms, shares 0–1.
 */

const count = z.number().int().nonnegative();
const text = z.string();
const share = z.object({
  ratio: z.number(),
  lowRatio: z.number(),
  highRatio: z.number(),
  /** How many were looked at. */
  count: z.number(),
});
const range = z.object({ fromDay: text, toDay: text });
/** A figure of the days looked at beside that of the days before them. */
const beside = <T extends z.ZodType>(figure: T) =>
  z.object({ now: figure.nullable(), before: figure.nullable() });

const attainment = z.object({ ratio: z.number(), targetCount: count, onPaceCount: count });

/** What most is judged by. */
const headline = z.object({
  attainment: beside(attainment),
  completedCount: beside(count),
  accuracy: beside(share),
  /** Promises kept among those that can be judged; `Excused` with outages and waiting for clients taken out. */
  promises: beside(share),
  promisesExcused: beside(share),
  /** Median working time from request to completion. */
  turnaround: beside(z.object({ medianMs: z.number(), count })),
  reworked: beside(z.object({ count, ofCount: count })),
  valueMinor: beside(z.number()),
  costMinor: beside(z.number()),
});

const output = z.object({
  outcomeId: text,
  name: text,
  unit: text,
  quantity: z.number(),
  /** Null where nothing is asked for, or nothing that can be reached: no ratio is told then. */
  target: z.number().nullable(),
  /** What the hours worked so far ask for. */
  expected: z.number().nullable(),
  before: z.number(),
  count,
  accuracy: share.nullable(),
  promises: share.nullable(),
});

/** Whose target for what is behind: whom to ask what is in the way. */
const behind = z.object({
  memberId: text,
  member: text,
  outcomeId: text,
  outcome: text,
  unit: text,
  quantity: z.number(),
  target: z.number(),
});

/** A change against the days before, and who or what it comes from: the parts and the rest make up all of it. */
const change = z.object({
  of: z.enum(['quantity', 'promises', 'accuracy']),
  /** Empty where it is of all outcomes. */
  outcomeId: text,
  name: text,
  unit: text,
  before: z.number(),
  after: z.number(),
  /** What a rate is a share of; 0 of amounts. */
  beforeCount: z.number(),
  afterCount: z.number(),
  parts: z.array(z.object({ id: text, name: text, change: z.number() })),
  /** What the parts that are not named gave together. */
  rest: z.number(),
});

/** A procedure that changed within the days: the first thing to ask of a figure that moved. */
const version = z.object({ sopId: text, title: text, number: count, day: text });

const work = z.object({
  id: text,
  memberId: text,
  member: text,
  outcomeId: text,
  outcome: text,
  title: text,
});

const stuck = work.extend({
  on: z.enum(BLOCKED_ON),
  /** Who is waited for, where somebody is named. */
  who: text,
  reason: text,
  sinceMs: z.number(),
  /** What waits for it, directly or through others. */
  behind: z.array(text),
});

const late = work.extend({ dueAtMs: z.number(), isOverdue: z.boolean() });

const priority = z.object({
  id: text,
  name: text,
  goal: text,
  ratio: z.number().nullable(),
  expectedRatio: z.number().nullable(),
  keyResults: z.array(
    z.object({
      id: text,
      name: text,
      /** What its figures are in; `own` is in `unit`, in somebody's words. */
      measured: z.enum(['count', 'time', 'percent', 'score', 'money', 'own']),
      unit: text,
      value: z.number().nullable(),
      target: z.number().nullable(),
      ratio: z.number().nullable(),
      isBehind: z.boolean(),
    }),
  ),
});

const suggestion = z.object({
  id: text,
  sopId: text,
  sop: text,
  member: text,
  kind: z.enum(SUGGESTION_KINDS),
  text,
  atMs: z.number(),
  state: z.enum(['waiting', 'accepted', 'published', 'declined']),
});

/** What an earlier review agreed, as it stood. */
const action = z.object({
  id: text,
  text,
  ownerId: text,
  owner: text,
  dueDay: text,
  state: z.enum(['done', 'late', 'open']),
  result: text,
});

const step = range.extend({ ratio: z.number().nullable(), quantity: z.number(), count });

const common = {
  ...range.shape,
  before: range,
  asOfMs: z.number(),
  currency: text,
  headline,
  output: z.array(output),
  changes: z.array(change),
  versions: z.array(version),
  stuck: z.array(stuck),
  late: z.array(late),
  suggestions: z.array(suggestion),
  actions: z.array(action),
  /** How many of each list are not in it, for there were too many. */
  leftOut: z.record(text, count),
};

export const WeeklyFigures = z.object({
  kind: z.literal('weekly'),
  ...common,
  behind: z.array(behind),
  priorities: z.array(priority),
});

const returned = z.object({
  reason: text,
  count,
});

export const MonthlyFigures = z.object({
  kind: z.literal('monthly'),
  ...common,
  memberId: text,
  member: text,
  /** Output against target week by week, over the month and the two before it. */
  weeks: z.array(step),
  /** Work that came back, by the reason given. */
  returned: z.array(returned),
  /** Days on which a check-in was owed and sent. */
  checkIns: z.object({ sentCount: count, owedCount: count }).nullable(),
});

export const ReviewFigures = z.discriminatedUnion('kind', [WeeklyFigures, MonthlyFigures]);

type DeepReadonly<T> = T extends readonly (infer Each)[]
  ? readonly DeepReadonly<Each>[]
  : T extends object
    ? { readonly [Name in keyof T]: DeepReadonly<T[Name]> }
    : T;

export type WeeklyFigures = DeepReadonly<z.infer<typeof WeeklyFigures>>;
export type MonthlyFigures = DeepReadonly<z.infer<typeof MonthlyFigures>>;
export type ReviewFigures = WeeklyFigures | MonthlyFigures;
export type CommonFigures = Omit<WeeklyFigures, 'kind' | 'behind' | 'priorities'>;
export type HeadlineFigures = CommonFigures['headline'];
export type OutputFigure = CommonFigures['output'][number];
export type ChangeFigure = CommonFigures['changes'][number];
export type VersionFigure = CommonFigures['versions'][number];
export type StuckFigure = CommonFigures['stuck'][number];
export type LateFigure = CommonFigures['late'][number];
export type SuggestionFigure = CommonFigures['suggestions'][number];
export type ActionFigure = CommonFigures['actions'][number];
export type BehindFigure = WeeklyFigures['behind'][number];
export type PriorityFigure = WeeklyFigures['priorities'][number];
export type StepFigure = MonthlyFigures['weeks'][number];
export type ShareFigure = NonNullable<OutputFigure['accuracy']>;

/** What was stored, or null where this version cannot read it. */
export function reviewFigures(stored: Json | undefined): ReviewFigures | null {
  const read = ReviewFigures.safeParse(stored);
  return read.success ? read.data : null;
}
