import { flagOf, instantOf, objectOf, prefixedFields, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Answer } from './answer.ts';
import { answerFrom } from './answer.ts';

/** What the colleague said. Stored as the field `reply`; only their own device may write it. */
export interface HandOverReply {
  readonly byId: string;
  readonly atMs: number;
  readonly verdict: 'taken' | 'declined';
  readonly reason: string;
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
  readonly atStepId: string;
  readonly note: string;
  readonly atMs: number;
  /** As the run had them. Stored as the fields `answer.<stepId>`. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly reply: HandOverReply | null;
  /** Taken back by whoever offered it. */
  readonly isDeleted: boolean;
}

export const HAND_OVER_TYPE = 'handOver';

/** `part` tells a second hand-over of the same run from the first. */
export const handOverId = (fromId: string, runId: string, part: string): string =>
  `${fromId}.${runId}.${part}`;

/** Who offers it, from the id. */
export const handOverGiver = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

export const handOverFrom = ({ id, fields }: RecordState): HandOver => ({
  id,
  fromId: handOverGiver(id),
  toId: textOf(fields, 'toId'),
  runId: textOf(fields, 'runId'),
  sopId: textOf(fields, 'sopId'),
  versionId: textOf(fields, 'versionId'),
  outcomeId: textOf(fields, 'outcomeId'),
  deliverableId: textOf(fields, 'deliverableId'),
  atStepId: textOf(fields, 'atStepId'),
  note: textOf(fields, 'note'),
  atMs: instantOf(fields, 'atMs') ?? 0,
  answers: new Map(
    [...prefixedFields(fields, 'answer')].map(([stepId, answer]) => [stepId, answerFrom(answer)]),
  ),
  reply: replyOf(fields),
  isDeleted: flagOf(fields, 'deleted'),
});

function replyOf(fields: Fields): HandOverReply | null {
  const reply = objectOf(fields['reply']);
  const verdict = reply && (['taken', 'declined'] as const).find((v) => v === reply['verdict']);
  if (!reply || !verdict) return null;
  return {
    byId: textOf(reply, 'byId'),
    atMs: instantOf(reply, 'atMs') ?? 0,
    verdict,
    reason: textOf(reply, 'reason'),
  };
}
