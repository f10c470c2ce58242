import { sha256Hex } from '../imports/sha256.ts';
import type { Json } from '../json.ts';
import { flagOf, instantOf, objectOf, prefixedFields, textOf } from '../record-fields.ts';
import { canonicalJson } from '../stream/canonical.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import { writingsOf } from '../stream/writings.ts';
import type { Answer, Answers } from './answer.ts';
import { answerFrom } from './answer.ts';
import type { Step } from './step.ts';

/** What the second person said. Stored as the field `signed`; only their own device may write it. */
export interface Signature {
  readonly byId: string;
  readonly atMs: number;
  readonly verdict: 'signed' | 'refused';
  /** Why it was refused, or a remark. */
  readonly note: string;
}

/**
 * A step of a run that a second person confirms. Record type `signOff`, audience `team`, id =
 * `signOffId(...)`: it begins with whoever asks, and nobody of that name may sign it. A member's log is not
 * a colleague's to read, so it carries what is to be seen of the run.
 */
export interface SignOff {
  readonly id: string;
  readonly memberId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly sopId: string;
  readonly versionId: string;
  /** Who is asked; empty is any colleague. */
  readonly askedOfId: string;
  readonly askedAtMs: number;
  /** What the asker says about it. */
  readonly note: string;
  /** The answers that are shown to whoever signs. Stored as the fields `answer.<stepId>`. */
  readonly answers: Answers;
  /** What the asked said of what is asked now, earliest first. Several where they did not know of each other. */
  readonly signatures: readonly Signature[];
  /**
   * The one that counts: the first that signs, else the first that refuses. What is signed stays signed,
   * whatever arrives later, until the asker asks again: a run that was finished on it stays finished.
   */
  readonly signature: Signature | null;
  /** What was said of earlier askings of the same step, earliest first. */
  readonly earlier: readonly Signature[];
  /** Names what is asked, word for word: a signature holds for this alone. */
  readonly content: string;
  /** Withdrawn. A signature that was on its way then counts all the same. */
  readonly isDeleted: boolean;
}

export const SIGN_OFF_TYPE = 'signOff';

export const signOffId = (memberId: string, runId: string, stepId: string): string =>
  `${memberId}.${runId}.${stepId}`;

/** Who asks, from the id. */
const signOffAsker = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

export function signOffFrom(state: RecordState): SignOff {
  const { id, fields } = state;
  const asked = {
    id,
    memberId: signOffAsker(id),
    runId: textOf(fields, 'runId'),
    stepId: textOf(fields, 'stepId'),
    sopId: textOf(fields, 'sopId'),
    versionId: textOf(fields, 'versionId'),
    askedOfId: textOf(fields, 'askedOfId'),
    askedAtMs: instantOf(fields, 'askedAtMs') ?? 0,
    note: textOf(fields, 'note'),
    answers: new Map(
      [...prefixedFields(fields, 'answer')].map(([stepId, answer]) => [stepId, answerFrom(answer)]),
    ),
    isDeleted: flagOf(fields, 'deleted'),
  };
  const content = contentOf(fields);
  const said = writingsOf(state, 'signed').flatMap((value) => writtenSignature(value) ?? []);
  const byOthers = said.filter(({ signature }) => signature.byId !== asked.memberId);
  const isNow = (each: Written): boolean =>
    each.content === content && [each.signature.byId, ''].includes(asked.askedOfId);
  const signatures = byOthers.filter(isNow).map(({ signature }) => signature);
  return {
    ...asked,
    content,
    signatures,
    signature: signatures.find(({ verdict }) => verdict === 'signed') ?? signatures[0] ?? null,
    earlier: byOthers.filter((each) => !isNow(each)).map(({ signature }) => signature),
  };
}

/** Whether it still waits for somebody: it is asked, not withdrawn, and nobody has answered. */
export const isSignOffOpen = (signOff: SignOff): boolean =>
  signOff.askedAtMs > 0 && !signOff.isDeleted && signOff.signature === null;

export const isSigned = (signOff: SignOff | undefined): signOff is SignOff =>
  signOff?.signature?.verdict === 'signed';

/** The field that signs or refuses what a member has read. */
export const signatureFields = (content: string, signature: Signature): Fields => ({
  signed: { ...signature, content },
});

/**
 * The answers of a run with those that its signatures give: at a signed step who signed, and when. What
 * a run itself says of such a step is none: nobody signs for themselves.
 */
export function withSignatures(
  answers: Answers,
  signOffs: ReadonlyMap<string, SignOff>,
  steps: readonly Pick<Step, 'id' | 'kind'>[],
): Answers {
  const asked = steps.filter(({ kind }) => kind === 'signOff');
  if (asked.length === 0) return answers;
  const all = new Map(answers);
  for (const { id } of asked) {
    const signature = signOffs.get(id)?.signature;
    if (signature?.verdict === 'signed') all.set(id, signedAnswer(signature));
    else if (all.get(id)?.isSkipped !== true) all.delete(id);
  }
  return all;
}

/** The shown answers that say something else now than when it was asked, by step. */
export const changedSince = (signOff: SignOff, answers: Answers): readonly string[] =>
  [...signOff.answers].flatMap(([stepId, shown]) =>
    canonicalJson(answers.get(stepId)?.value ?? null) === canonicalJson(shown.value)
      ? []
      : [stepId],
  );

const signedAnswer = ({ byId, atMs }: Signature): Answer => ({
  value: byId,
  atMs,
  isSkipped: false,
  waitingSinceMs: null,
});

/** SHA-256 of all that the asker says; whether they withdrew it says nothing about what it was. */
const contentOf = (fields: Fields): string =>
  sha256Hex(
    canonicalJson(Object.fromEntries(Object.entries(fields).filter(([name]) => isAsked(name)))),
  );

const isAsked = (name: string): boolean => name !== 'signed' && name !== 'deleted';

interface Written {
  readonly signature: Signature;
  /** What it was said of. */
  readonly content: string;
}

function writtenSignature(value: Json): Written | null {
  const signed = objectOf(value);
  const verdict = signed && (['signed', 'refused'] as const).find((v) => v === signed['verdict']);
  if (!signed || !verdict) return null;
  return {
    content: textOf(signed, 'content'),
    signature: {
      byId: textOf(signed, 'byId'),
      atMs: instantOf(signed, 'atMs') ?? 0,
      verdict,
      note: textOf(signed, 'note'),
    },
  };
}
