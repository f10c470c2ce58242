import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Answers } from '#shared/sops/answer';
import { answerJson } from '#shared/sops/answer';
import type { HandOver, HandOverReply } from '#shared/sops/hand-over';
import {
  HAND_OVER_TYPE,
  handOverId,
  handOverOfRun,
  handOverState,
  isHandOverOpen,
  takenRunId,
  wholeTrail,
} from '#shared/sops/hand-over';
import type { Hold, Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { fieldPieces } from '#shared/stream/field-pieces';
import { handOversOfRun, readHandOver } from '../data/asked.ts';
import { readRun } from '../data/runs.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import { openChildren } from './nested-runs.ts';
import { endedHolds, holdField, runEdit } from './run-edits.ts';
import { save, saveUndoable } from './save.ts';
import { offerShown } from './shown-evidence.ts';
import type { Worker } from './worker.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** To whom a run goes, and with what words. */
export interface Offer {
  readonly toId: string;
  readonly note: string;
  /** What its piece of work is called; empty where it has none. */
  readonly deliverableTitle: string;
}

/**
 * Offers a run to a colleague. It stands still here from now on, until they decline or it is taken back.
 * Refused with `part-open` while a run that one of its steps has begun goes on: two people would then hold
 * one piece of work.
 */
export async function handOver(run: Run, offer: Offer): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  if ((await openChildren(run)).length > 0) return fail('part-open', 'after-fix');
  const atMs = now();
  const id = handOverId(run.memberId, run.id, newId(randomBytes));
  const before = handOverOfRun(run);
  const earlier = before === null ? undefined : await readHandOver(before);
  const head: Fields = {
    toId: offer.toId,
    runId: run.id,
    sopId: run.sopId,
    versionId: run.versionId,
    outcomeId: run.outcomeId,
    atStepId: run.atStepId,
    note: offer.note.trim(),
    atMs,
    ...(run.deliverableId !== '' && {
      deliverableId: run.deliverableId,
      deliverableTitle: offer.deliverableTitle,
    }),
    ...(run.dueAtMs !== null && { dueAtMs: run.dueAtMs }),
    ...(earlier && { trail: wholeTrail(earlier).map((each) => ({ ...each })) }),
  };
  // The head last: nobody takes a run of which half the answers have arrived.
  const pieces = [...fieldPieces(answerFields(run.answers, run.memberId)), head];
  const offered = await offerShown(run.answers);
  if (!offered.ok) return offered;
  const saved = await saveUndoable(t('teamwork.undo.handedOver'), [
    ...pieces.map((fields) => handOverEdit(id, fields)),
    runEdit(run, { ...endedHolds(run, atMs), handedToId: offer.toId, handedAtMs: atMs }),
  ]);
  return saved.ok ? ok(null) : saved;
}

/**
 * Takes over what a colleague offers: a run of one's own that stands where theirs stood, the same one on
 * every device that takes it. A reply is not taken back: the colleague acts on it. Answers the run's id.
 */
export async function takeHandOver(
  worker: Worker,
  { id }: HandOver,
): Promise<Result<{ readonly runId: string }, IpcFailure>> {
  const offer = await readHandOver(id);
  if (!offer || !isHandOverOpen(offer) || offer.toId !== worker.memberId) {
    return fail('answered-already', 'after-fix');
  }
  const runId = takenRunId(id);
  const there = await readRun(memberAudience(worker.memberId), runId);
  if (there && there.fromRunId !== offer.runId) return fail('run-exists', 'never');
  const atMs = now();
  const run = { memberId: worker.memberId, id: runId };
  const head: Fields = {
    sopId: offer.sopId,
    versionId: offer.versionId,
    outcomeId: offer.outcomeId,
    day: worker.days.dayAt(atMs),
    startedAtMs: atMs,
    atStepId: offer.atStepId,
    fromRunId: offer.runId,
    fromMemberId: offer.fromId,
    ...(offer.deliverableId !== '' && { deliverableId: offer.deliverableId }),
    ...(offer.dueAtMs !== null && { dueAtMs: offer.dueAtMs }),
  };
  const pieces = [...fieldPieces(answerFields(offer.answers, offer.fromId)), head];
  const saved = await save([
    ...pieces.map((fields) => runEdit(run, fields)),
    replyEdit(id, { byId: worker.memberId, atMs, verdict: 'taken', reason: '' }),
  ]);
  return saved.ok ? ok({ runId }) : saved;
}

/** Refused with `answered-already` where it is no longer offered to the session’s member. */
export async function declineHandOver({ id }: HandOver, reason: string): Saved {
  const { memberId } = useSession.getState();
  const offer = await readHandOver(id);
  if (!offer || !isHandOverOpen(offer) || offer.toId !== memberId) {
    return fail('answered-already', 'after-fix');
  }
  const reply = {
    byId: memberId,
    atMs: now(),
    verdict: 'declined',
    reason: reason.trim(),
  } as const;
  return await save([replyEdit(id, reply)]);
}

/** Goes on with a run that was offered and not taken. The time between is no work of anybody's. */
export async function takeBack(run: Run): Saved {
  const offers = await handOversOfRun({ memberId: run.memberId, runId: run.id });
  const isTaken = offers.some((each) => handOverState(each) === 'taken' && !each.isDeleted);
  if (run.handedAtMs === null || isTaken) return fail('answered-already', 'after-fix');
  const between: Hold = {
    id: `h-${run.handedAtMs}`,
    fromMs: run.handedAtMs,
    toMs: Math.max(now(), run.handedAtMs),
    kind: 'blocked',
    on: 'colleague',
    whoId: run.handedToId,
    reason: '',
    wanted: '',
  };
  const waiting = offers.filter((each) => handOverState(each) === 'waiting');
  const saved = await saveUndoable(t('teamwork.undo.tookBack'), [
    runEdit(run, { handedToId: '', handedAtMs: null, ...holdField(between) }),
    ...waiting.map(({ id }) => handOverEdit(id, { deleted: true })),
  ]);
  return saved.ok ? ok(null) : saved;
}

/** Leaves a run to the colleague who had taken it before they could know that it was taken back. */
export async function leaveToColleague(run: Run, { id, toId }: HandOver): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const atMs = now();
  const saved = await saveUndoable(t('teamwork.undo.handedOver'), [
    runEdit(run, { ...endedHolds(run, atMs), handedToId: toId, handedAtMs: atMs }),
    handOverEdit(id, { deleted: false }),
  ]);
  return saved.ok ? ok(null) : saved;
}

/** The answers of a run with who gave them, where that was a colleague before. */
export const answerFields = (answers: Answers, memberId: string): Record<string, Json> =>
  Object.fromEntries(
    [...answers].map(([stepId, answer]) => [
      `answer.${stepId}`,
      answerJson({ ...answer, byId: answer.byId ?? memberId }),
    ]),
  );

const handOverEdit = (id: string, fields: Fields): Edit => ({
  audience: 'team',
  type: HAND_OVER_TYPE,
  id,
  fields,
});

const replyEdit = (id: string, reply: HandOverReply): Edit =>
  handOverEdit(id, { reply: { ...reply } });
