import { objectOf, textOf } from '../record-fields.ts';
import { PLAN_TYPES } from '../record-types.ts';
import type { Audience, Change } from './change.ts';
import { audienceMember } from './change.ts';

/**
 * Who may write what, read from the merged plan. `devices` holds only devices whose invite proof was
 * verified when their stream arrived; `founderKey` comes from the invite, never from the plan.
 */
export type Authority = {
  readonly founderKey: string;
  readonly members: ReadonlyMap<string, 'manager' | 'assistant'>;
  readonly devices: ReadonlyMap<string, { readonly memberId: string; readonly inviteKey: string }>;
  readonly invites: ReadonlyMap<string, { readonly memberId: string; readonly isRevoked: boolean }>;
};

export interface Writer {
  readonly keyId: string;
  readonly memberId: string;
}

/**
 * Why a change is not merged. `unknown-device` is the one that may pass with time: the invite it
 * needs can lie in a batch that has not arrived. The others are final.
 */
export type RefusalReason =
  | 'unknown-device'
  | 'revoked-device'
  | 'not-manager'
  | 'not-own-audience'
  | 'wrong-audience'
  | 'not-own-device'
  | 'not-own-receipt'
  | 'not-own-answer';

type WrittenChange = Pick<Change, 'type' | 'id' | 'fields'>;

/** Types that only make sense beside one member's work. */
const MEMBER_TYPES: ReadonlySet<string> = new Set([
  'deliverable',
  'recurrence',
  'run',
  'checkIn',
  'suggestion',
  'acknowledgement',
  'outage',
  'qualityCheck',
  'instruction',
  'handOverPack',
  'handOverNote',
]);

/** What managers alone write, outside the plan: their verdicts on samples, and the reviews that they hold. */
const MANAGER_TYPES: ReadonlySet<string> = new Set(['qualitySample', 'qualityCheck', 'review']);

/** What nobody tells the whole team: drawn samples, reviews, and what was agreed in them. */
const PRIVATE_TYPES: ReadonlySet<string> = new Set(['qualitySample', 'review', 'reviewAction']);

/** What managers ask of a member, by the fields that the member answers in. */
const ANSWER_FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['instruction', new Set(['confirmed'])],
  ['reviewAction', new Set(['doneAtMs', 'result'])],
]);

/**
 * What a member says of their own doing: a run, what they have read, and when they had no power or
 * connection. Nobody says it for them.
 */
const OWN_TYPES: ReadonlySet<string> = new Set(['run', 'acknowledgement', 'outage']);

/** What became of a suggestion, which managers write into the log of whoever made it. */
const DECISION_FIELDS: ReadonlySet<string> = new Set(['decision', 'publishedIn']);

/** Types in which one member answers another, by the field that holds the answer: nobody answers for somebody else. */
const ANSWERED_TYPES: ReadonlyMap<string, string> = new Map([
  ['signOff', 'signed'],
  ['handOver', 'reply'],
]);

/** Of these a manager asks in the name of a member, too: whoever has left offers nothing any more. */
const OFFERED_FOR_OTHERS: ReadonlySet<string> = new Set(['handOver']);

/** The fields in which the receiver of a hand-over answers begin so; nobody else writes them. */
const PACK_REPLY = 'reply.';

/** The founder's key is the root of trust; any other device needs an invite of its member that stands. */
export function isDeviceAccepted(a: Authority, keyId: string, memberId: string): boolean {
  if (keyId === a.founderKey) return true;
  const device = a.devices.get(keyId);
  return device?.memberId === memberId && inviteRefusal(a, device.inviteKey, memberId) === null;
}

/** Null where `writer` may make this change in `audience`. */
export function refusalOf(
  a: Authority,
  writer: Writer,
  audience: Audience,
  change: WrittenChange,
): RefusalReason | null {
  return (
    deviceRefusal(a, writer, change) ??
    audienceRefusal(a, writer, audience) ??
    typeRefusal(a, writer, audience, change)
  );
}

/** A device's first change introduces it, so that one is judged by the invite it names itself. */
function deviceRefusal(a: Authority, writer: Writer, change: WrittenChange): RefusalReason | null {
  if (change.type === 'device' && !isOwnDevice(writer, change)) return 'not-own-device';
  if (writer.keyId === a.founderKey) return null;
  const known = a.devices.get(writer.keyId);
  if (known !== undefined) {
    if (change.type === 'device' && !keepsInvite(known, change)) return 'not-own-device';
    return known.memberId === writer.memberId
      ? inviteRefusal(a, known.inviteKey, writer.memberId)
      : 'unknown-device';
  }
  if (change.type !== 'device') return 'unknown-device';
  return inviteRefusal(a, textOf(change.fields, 'inviteKey'), writer.memberId);
}

const isOwnDevice = (writer: Writer, { id, fields }: WrittenChange): boolean =>
  id === writer.keyId &&
  (!('memberId' in fields) || textOf(fields, 'memberId') === writer.memberId);

/** Only the first change's proof was verified: a later one must not slip from a revoked invite to another. */
const keepsInvite = (known: { readonly inviteKey: string }, { fields }: WrittenChange): boolean =>
  !('inviteKey' in fields) || textOf(fields, 'inviteKey') === known.inviteKey;

function inviteRefusal(a: Authority, inviteKey: string, memberId: string): RefusalReason | null {
  const invite = a.invites.get(inviteKey);
  if (invite === undefined || invite.memberId !== memberId) return 'unknown-device';
  return invite.isRevoked ? 'revoked-device' : null;
}

function audienceRefusal(a: Authority, writer: Writer, audience: Audience): RefusalReason | null {
  if (audience === 'team' || isManager(a, writer)) return null;
  if (audience === 'managers') return 'not-manager';
  return audienceMember(audience) === writer.memberId ? null : 'not-own-audience';
}

function typeRefusal(
  a: Authority,
  writer: Writer,
  audience: Audience,
  { type, id, fields }: WrittenChange,
): RefusalReason | null {
  if (PLAN_TYPES.has(type)) {
    if (audience !== 'team') return 'wrong-audience';
    return isManager(a, writer) ? null : 'not-manager';
  }
  if (MEMBER_TYPES.has(type) && audienceMember(audience) === null) return 'wrong-audience';
  const isOwnLog = audienceMember(audience) === writer.memberId;
  if (OWN_TYPES.has(type) && !isOwnLog) return 'not-own-audience';
  if (type === 'suggestion') {
    const decided = Object.keys(fields).filter((name) => DECISION_FIELDS.has(name));
    if (decided.length > 0 && !isManager(a, writer)) return 'not-manager';
    if (decided.length < Object.keys(fields).length && !isOwnLog) return 'not-own-audience';
  }
  if (type === 'handOverPack') return packRefusal(a, writer, isOwnLog, fields);
  const managersRefusal = askedRefusal(a, writer, audience, { type, fields });
  if (managersRefusal !== null) return managersRefusal;
  if (type === 'receipt') {
    // Everybody may write to the team: there a colleague could vouch for what no manager has seen.
    if (audience === 'team') return 'wrong-audience';
    const isOwn =
      id.endsWith(`.${writer.memberId}`) &&
      (!('memberId' in fields) || textOf(fields, 'memberId') === writer.memberId);
    return isOwn ? null : 'not-own-receipt';
  }
  const answerField = ANSWERED_TYPES.get(type);
  if (answerField !== undefined) {
    if (audience !== 'team') return 'wrong-audience';
    const isOffered =
      OFFERED_FOR_OTHERS.has(type) && isManager(a, writer) && !(answerField in fields);
    return isOffered || isOwnPart(writer, { id, fields }, answerField) ? null : 'not-own-answer';
  }
  return null;
}

/** A manager says what is given, and the one who receives it what they say to that. */
function packRefusal(
  a: Authority,
  writer: Writer,
  isOwnLog: boolean,
  fields: WrittenChange['fields'],
): RefusalReason | null {
  const names = Object.keys(fields);
  const replies = names.filter((name) => name.startsWith(PACK_REPLY));
  if (replies.length > 0 && !isOwnLog) return 'not-own-audience';
  return replies.length === names.length || isManager(a, writer) ? null : 'not-manager';
}

/** What managers judge, hold and ask, and what the one who is asked may answer. */
function askedRefusal(
  a: Authority,
  writer: Writer,
  audience: Audience,
  { type, fields }: Pick<WrittenChange, 'type' | 'fields'>,
): RefusalReason | null {
  if (PRIVATE_TYPES.has(type) && audience === 'team') return 'wrong-audience';
  if (MANAGER_TYPES.has(type)) return isManager(a, writer) ? null : 'not-manager';
  const answers = ANSWER_FIELDS.get(type);
  if (answers === undefined) return null;
  const isOwnLog = audienceMember(audience) === writer.memberId;
  const names = Object.keys(fields);
  // Nobody says for somebody else that they have understood.
  if (type === 'instruction' && !isOwnLog && names.some((name) => answers.has(name))) {
    return 'not-own-audience';
  }
  return isManager(a, writer) || names.every((name) => answers.has(name)) ? null : 'not-manager';
}

/**
 * The id begins with whoever asks. They write all but the answer; the answer is written by the one it
 * names, who is somebody else.
 */
function isOwnPart(
  { memberId }: Writer,
  { id, fields }: Pick<WrittenChange, 'id' | 'fields'>,
  answerField: string,
): boolean {
  if (id.startsWith(`${memberId}.`)) return !(answerField in fields);
  const answer = objectOf(fields[answerField]);
  return Object.keys(fields).length === 1 && textOf(answer ?? {}, 'byId') === memberId;
}

const isManager = (a: Authority, { keyId, memberId }: Writer): boolean =>
  keyId === a.founderKey || a.members.get(memberId) === 'manager';
