import {
  flagOf,
  instantOf,
  objectOf,
  objectsIn,
  prefixedFields,
  textOf,
} from '../record-fields.ts';
import type { Json } from '../json.ts';
import type { RecordState } from '../stream/merge.ts';
import { writingsOf } from '../stream/writings.ts';
import type { Answers } from './answer.ts';
import { answerFrom } from './answer.ts';

/** What the colleague said. Stored as the field `reply`; only their own device may write it. */
export interface HandOverReply {
  readonly byId: string;
  readonly atMs: number;
  readonly verdict: 'taken' | 'declined';
  readonly reason: string;
}

/** A run and whose it is. */
export interface RunRef {
  readonly memberId: string;
  readonly runId: string;
}

/**
 * A run offered to a colleague in the middle. Record type `handOver`, audience `team`, id =
 * `handOverId(...)`. A member's log is not a colleague's to read, so it carries a copy of the answers.
 */
export interface HandOver {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly runId: string;
  readonly sopId: string;
  readonly versionId: string;
  readonly outcomeId: string;
  readonly deliverableId: string;
  /** What the deliverable is called: the colleague may not be able to read it. */
  readonly deliverableTitle: string;
  readonly atStepId: string;
  readonly note: string;
  /** The manager who offers it for the member; empty where they offer it themselves. */
  readonly byId: string;
  readonly atMs: number;
  /** Until when the run can be done on schedule; null where it has no schedule. */
  readonly dueAtMs: number | null;
  /** The runs that this one goes on from, first one first, where it changed hands before. */
  readonly trail: readonly RunRef[];
  /** As the run had them. Stored as the fields `answer.<stepId>`. */
  readonly answers: Answers;
  /**
   * What counts of what the one it was offered to said: that they took it, else that they declined. What is
   * taken stays taken, whatever another device of theirs said, or whoever offered it took back meanwhile.
   */
  readonly reply: HandOverReply | null;
  /** Taken back by whoever offered it. */
  readonly isDeleted: boolean;
}

export type HandOverState = 'waiting' | 'taken' | 'declined' | 'takenBack';

export const HAND_OVER_TYPE = 'handOver';

/** `part` tells a second hand-over of the same run from the first. */
export const handOverId = (fromId: string, runId: string, part: string): string =>
  `${fromId}.${runId}.${part}`;

/** The run that taking a hand-over makes: the same on every device that takes it. */
export const takenRunId = (id: string): string => `h-${id.slice(id.lastIndexOf('.') + 1)}`;

/** The hand-over that a run was made by, from what the run says; null where it was begun afresh. */
export const handOverOfRun = (run: {
  readonly id: string;
  readonly fromMemberId: string;
  readonly fromRunId: string;
}): string | null =>
  run.fromRunId !== '' && run.id.startsWith('h-')
    ? handOverId(run.fromMemberId, run.fromRunId, run.id.slice(2))
    : null;

/** Whose run it is, from the id. */
const handOverGiver = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

export function handOverFrom(state: RecordState): HandOver {
  const { id, fields } = state;
  const fromId = handOverGiver(id);
  const toId = textOf(fields, 'toId');
  const replies = writingsOf(state, 'reply')
    .flatMap((value) => replyIn(value) ?? [])
    .filter(({ byId }) => byId === toId && byId !== fromId);
  return {
    id,
    fromId,
    toId,
    runId: textOf(fields, 'runId'),
    sopId: textOf(fields, 'sopId'),
    versionId: textOf(fields, 'versionId'),
    outcomeId: textOf(fields, 'outcomeId'),
    deliverableId: textOf(fields, 'deliverableId'),
    deliverableTitle: textOf(fields, 'deliverableTitle'),
    atStepId: textOf(fields, 'atStepId'),
    note: textOf(fields, 'note'),
    byId: textOf(fields, 'byId'),
    atMs: instantOf(fields, 'atMs') ?? 0,
    dueAtMs: instantOf(fields, 'dueAtMs'),
    trail: objectsIn(fields['trail']).map((each) => ({
      memberId: textOf(each, 'memberId'),
      runId: textOf(each, 'runId'),
    })),
    answers: new Map(
      [...prefixedFields(fields, 'answer')].map(([stepId, answer]) => [stepId, answerFrom(answer)]),
    ),
    reply: replies.find(({ verdict }) => verdict === 'taken') ?? replies[0] ?? null,
    isDeleted: flagOf(fields, 'deleted'),
  };
}

/** How an offer stands: a run that was taken is taken, also where it was taken back too late. */
export function handOverState({ reply, isDeleted }: HandOver): HandOverState {
  if (reply?.verdict === 'taken') return 'taken';
  return isDeleted ? 'takenBack' : (reply?.verdict ?? 'waiting');
}

/** Whether it can be taken: an offer whose last part has not arrived yet cannot. */
export const isHandOverOpen = (handOver: HandOver): boolean =>
  handOver.atMs > 0 && handOver.toId !== '' && handOverState(handOver) === 'waiting';

/** Runs of several members that are one piece of work, the first one first: whose signatures hold for the last. */
export const wholeTrail = ({ trail, fromId, runId }: HandOver): readonly RunRef[] => [
  ...trail,
  { memberId: fromId, runId },
];

function replyIn(value: Json): HandOverReply | null {
  const reply = objectOf(value);
  const verdict = reply && (['taken', 'declined'] as const).find((v) => v === reply['verdict']);
  if (!reply || !verdict) return null;
  return {
    byId: textOf(reply, 'byId'),
    atMs: instantOf(reply, 'atMs') ?? 0,
    verdict,
    reason: textOf(reply, 'reason'),
  };
}
