import type { DayKey } from '../day.ts';
import type { BlockedOn } from '../deliverables/deliverable.ts';
import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import { choiceOf, flagOf, instantOf, objectOf, prefixedFields, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';
import { fieldsAsOf } from '../stream/as-of.ts';
import { fieldStamp } from '../stream/merge.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Answer } from './answer.ts';
import { answerFrom } from './answer.ts';
import { answerMark } from './answer-mark.ts';

export const HOLD_KINDS = ['paused', 'blocked'] as const;

/** A stretch in which a run stood still. Stored as the field `hold.<id>`; it lasts while `toMs` is null. */
export interface Hold {
  readonly id: string;
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly kind: (typeof HOLD_KINDS)[number];
  /** Whom it waits for, where it is blocked. */
  readonly on: BlockedOn;
  /** The member waited for; empty where it is nobody of the team. */
  readonly whoId: string;
  readonly reason: string;
  /** What would end it, in words that whoever is asked can act on; empty where the reason says it. */
  readonly wanted: string;
}

/** What the assistant chose when a newer version was there. Stored as the field `choice.<the newer version's id>`. */
export interface VersionChoice {
  readonly toVersionId: string;
  readonly fromVersionId: string;
  readonly choice: 'keep' | 'migrate';
  readonly atMs: number;
  /** Answers that did not fit the newer version, by step: the `answerMark` of each. */
  readonly unfit: ReadonlyMap<string, string>;
}

/** Why an occurrence of a schedule was not run. */
export const MISSED_REASONS = ['notRunning', 'notStarted', 'caughtUpOnce', 'skipped'] as const;
/**
 * `notRunning`: Outlog was closed while it could have been done; `notStarted`: nobody began it in time;
 * `caughtUpOnce`: a later one was done for several; `skipped`: the member said so.
 */
export type MissedReason = (typeof MISSED_REASONS)[number];

/** One execution of one SOP version. Record type `run`, audience `m-<member>`. Times are UTC milliseconds. */
export interface Run {
  readonly id: string;
  readonly memberId: string;
  readonly sopId: string;
  readonly versionId: string;
  readonly outcomeId: string;
  readonly deliverableId: string;
  readonly day: DayKey;
  /** 0 for one of a schedule that nobody has begun. */
  readonly startedAtMs: number;
  readonly finishedAtMs: number | null;
  readonly abandonedAtMs: number | null;
  readonly abandonReason: string;
  /** The step in front of the assistant; empty before the first. */
  readonly atStepId: string;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Answers that its version has no place for, or that came after its end: kept, shown, and never counted. */
  readonly setAside: ReadonlyMap<string, Answer>;
  /** In the order in which they began. */
  readonly holds: readonly Hold[];
  readonly choices: readonly VersionChoice[];
  /** The schedule it comes from and the local time it came for; empty for others. */
  readonly scheduleId: string;
  readonly occurrence: string;
  readonly scheduledAtMs: number | null;
  /** Until when it can be done on schedule. */
  readonly dueAtMs: number | null;
  /** The member who is away and whose turn it is; absent where it is one's own. */
  readonly standInForId?: string;
  readonly missedAtMs: number | null;
  readonly missedReason: MissedReason | null;
  /** The run and its step that this one is made for; empty for others. */
  readonly parentRunId: string;
  readonly parentStepId: string;
  /** The colleague it was handed to, and when: it goes on in their log. */
  readonly handedToId: string;
  readonly handedAtMs: number | null;
  /** The run that a colleague had begun, and who; empty for others. */
  readonly fromRunId: string;
  readonly fromMemberId: string;
  readonly isDeleted: boolean;
}

export function runFrom(state: RecordState): Run {
  const { id, audience } = state;
  const fields = settledFields(state);
  const startedAtMs = instantOf(fields, 'startedAtMs') ?? 0;
  // What was begun on one device was not missed, whatever another one thought meanwhile.
  const missedAtMs = startedAtMs > 0 ? null : instantOf(fields, 'missedAtMs');
  const choices = choicesOf(fields);
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    sopId: textOf(fields, 'sopId'),
    versionId: textOf(fields, 'versionId'),
    outcomeId: textOf(fields, 'outcomeId'),
    deliverableId: textOf(fields, 'deliverableId'),
    day: textOf(fields, 'day'),
    startedAtMs,
    finishedAtMs: instantOf(fields, 'finishedAtMs'),
    abandonedAtMs: instantOf(fields, 'abandonedAtMs'),
    abandonReason: textOf(fields, 'abandonReason'),
    atStepId: textOf(fields, 'atStepId'),
    ...answersOf(fields, state.fields, unfitOf(choices, textOf(fields, 'versionId'))),
    holds: holdsOf(fields),
    choices,
    scheduleId: textOf(fields, 'scheduleId'),
    occurrence: textOf(fields, 'occurrence'),
    scheduledAtMs: instantOf(fields, 'scheduledAtMs'),
    dueAtMs: instantOf(fields, 'dueAtMs'),
    ...(textOf(fields, 'standInForId') !== '' && { standInForId: textOf(fields, 'standInForId') }),
    missedAtMs,
    missedReason:
      missedAtMs === null ? null : choiceOf(fields, 'missedReason', MISSED_REASONS, 'notStarted'),
    parentRunId: textOf(fields, 'parentRunId'),
    parentStepId: textOf(fields, 'parentStepId'),
    handedToId: textOf(fields, 'handedToId'),
    handedAtMs: instantOf(fields, 'handedAtMs'),
    fromRunId: textOf(fields, 'fromRunId'),
    fromMemberId: textOf(fields, 'fromMemberId'),
    isDeleted: flagOf(state.fields, 'deleted'),
  };
}

/** A finished run is frozen: what another device wrote after its end, not having heard of it, changes nothing. */
function settledFields(state: RecordState): Fields {
  const isFinished = instantOf(state.fields, 'finishedAtMs') !== null;
  return isFinished ? fieldsAsOf(state, fieldStamp(state, 'finishedAtMs')) : state.fields;
}

/**
 * An answer is set aside by all that it says: another one to the same step counts, whatever the clock said.
 * One that came after the end is set aside, too: `written` has it.
 */
function answersOf(
  fields: Fields,
  written: Fields,
  unfit: ReadonlyMap<string, string>,
): Pick<Run, 'answers' | 'setAside'> {
  const answers = new Map<string, Answer>();
  const setAside = new Map<string, Answer>();
  for (const [stepId, stored] of prefixedFields(fields, 'answer')) {
    const answer = answerFrom(stored);
    const mark = unfit.get(stepId);
    const isUnfit = mark !== undefined && mark === answerMark(answer);
    (isUnfit ? setAside : answers).set(stepId, answer);
  }
  if (written !== fields) {
    for (const [stepId, stored] of prefixedFields(written, 'answer')) {
      const late = answerFrom(stored);
      const counted = answers.get(stepId) ?? setAside.get(stepId);
      const isRepeated = counted !== undefined && answerMark(counted) === answerMark(late);
      if (!isRepeated) setAside.set(stepId, late);
    }
  }
  return { answers, setAside };
}

/** What did not fit when the run was moved to the version that it follows now. */
const unfitOf = (
  choices: readonly VersionChoice[],
  versionId: string,
): ReadonlyMap<string, string> =>
  choices.find(({ toVersionId, choice }) => choice === 'migrate' && toVersionId === versionId)
    ?.unfit ?? new Map();

function holdsOf(fields: Fields): readonly Hold[] {
  return [...prefixedFields(fields, 'hold')]
    .flatMap(([id, hold]) => {
      const fromMs = instantOf(hold, 'fromMs');
      if (fromMs === null) return [];
      return [
        {
          id,
          fromMs,
          toMs: instantOf(hold, 'toMs'),
          kind: choiceOf(hold, 'kind', HOLD_KINDS, 'paused'),
          on: choiceOf(hold, 'on', BLOCKED_ON, 'self'),
          whoId: textOf(hold, 'whoId'),
          reason: textOf(hold, 'reason'),
          wanted: textOf(hold, 'wanted'),
        },
      ];
    })
    .toSorted((a, b) => a.fromMs - b.fromMs || (a.id < b.id ? -1 : 1));
}

function choicesOf(fields: Fields): readonly VersionChoice[] {
  return [...prefixedFields(fields, 'choice')]
    .map(([toVersionId, choice]) => ({
      toVersionId,
      fromVersionId: textOf(choice, 'fromVersionId'),
      choice: choiceOf(choice, 'choice', ['keep', 'migrate'], 'keep'),
      atMs: instantOf(choice, 'atMs') ?? 0,
      unfit: marksOf(choice, 'unfit'),
    }))
    .toSorted((a, b) => a.atMs - b.atMs);
}

const marksOf = (fields: Fields, name: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(objectOf(fields[name]) ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );

/** The instants of which each ends a run. */
export const RUN_ENDS = ['finishedAtMs', 'abandonedAtMs', 'missedAtMs', 'handedAtMs'] as const;

/** A finished run is frozen; so is one that was abandoned, missed or handed over, until it is taken up again. */
export const isRunOpen = (run: Run): boolean =>
  !run.isDeleted && RUN_ENDS.every((end) => run[end] === null);

/** Nobody has begun it, and its time is over: it can still be done afterwards. */
export const isMissed = (run: Run): boolean =>
  run.missedAtMs !== null &&
  run.finishedAtMs === null &&
  run.abandonedAtMs === null &&
  run.handedAtMs === null &&
  !run.isDeleted;

/** What a run waits in, or null where it goes on. */
export const openHold = (run: Run): Hold | null =>
  run.holds.findLast(({ toMs }) => toMs === null) ?? null;
