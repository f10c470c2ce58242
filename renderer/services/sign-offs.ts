import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Answers } from '#shared/sops/answer';
import { answerJson } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Signature, SignOff } from '#shared/sops/sign-off';
import { SIGN_OFF_TYPE, isSignOffOpen, signOffId, signatureFields } from '#shared/sops/sign-off';
import type { Edit, Fields } from '#shared/stream/change';
import { fieldPieces } from '#shared/stream/field-pieces';
import { readSignOff } from '../data/asked.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import { save, saveUndoable } from './save.ts';
import { offerShown } from './shown-evidence.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** What a signature is asked for with. */
export interface SignOffAsk {
  /** Empty is any colleague. */
  readonly askedOfId: string;
  readonly note: string;
  /** The answers that whoever signs is to see. */
  readonly shown: Answers;
}

/** Asks a second person to sign a step; once more where they refused, or where something changed since. */
export async function askSignOff(run: Run, stepId: string, ask: SignOffAsk): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const id = signOffId(run.memberId, run.id, stepId);
  const held = await readSignOff(id);
  const gone = [...(held?.answers.keys() ?? [])].filter((shown) => !ask.shown.has(shown));
  const answers: Record<string, Json> = Object.fromEntries([
    ...gone.map((shown) => [`answer.${shown}`, null]),
    ...[...ask.shown].map(([shown, answer]) => [`answer.${shown}`, answerJson(answer)]),
  ]);
  const head = {
    runId: run.id,
    stepId,
    sopId: run.sopId,
    versionId: run.versionId,
    askedOfId: ask.askedOfId,
    askedAtMs: laterThan(held?.askedAtMs ?? 0),
    note: ask.note.trim(),
    ...(held?.isDeleted && { deleted: false }),
  };
  // The head last: nobody is shown half of what they are to sign.
  const edits = [...fieldPieces(answers), head].map((fields) => signOffEdit(id, fields));
  const offered = await offerShown(ask.shown);
  if (!offered.ok) return offered;
  const saved = await saveUndoable(t('teamwork.undo.asked'), edits);
  return saved.ok ? ok(null) : saved;
}

/** Two askings are never taken for one, also where the clock was set back between them. */
const laterThan = (ms: number): number => Math.max(now(), ms + 1);

export async function withdrawSignOff(signOff: SignOff): Saved {
  const saved = await saveUndoable(t('teamwork.undo.withdrawn'), [
    signOffEdit(signOff.id, { deleted: true }),
  ]);
  return saved.ok ? ok(null) : saved;
}

/**
 * Signs or refuses, as the session's member, what was read; a signature cannot be taken back.
 * Refused with `answered-already` where it has been signed, withdrawn or changed meanwhile.
 */
export async function answerSignOff(
  { id, content }: SignOff,
  { verdict, note }: Pick<Signature, 'verdict' | 'note'>,
): Saved {
  const { memberId } = useSession.getState();
  const held = await readSignOff(id);
  const isStill = held && isSignOffOpen(held) && held.content === content;
  if (!isStill || held.memberId === memberId) return fail('answered-already', 'after-fix');
  const signature = { byId: memberId, atMs: now(), verdict, note: note.trim() };
  return await save([signOffEdit(id, signatureFields(content, signature))]);
}

const signOffEdit = (id: string, fields: Fields): Edit => ({
  audience: 'team',
  type: SIGN_OFF_TYPE,
  id,
  fields,
});
