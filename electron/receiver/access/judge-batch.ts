import { textOf } from '#shared/record-fields';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import { isJoinProven } from '../../identity/join-proof.ts';
import { type Answer, refuse } from '../http/answer.ts';
import type { AccessFold, Holder } from './fold-access.ts';
import { mayUse } from './may.ts';

/**
 * Why somebody may not bring this batch, or null. A device is known by the first change of one of its
 * streams, which proves that it was invited; no later batch is taken of a device that is not known.
 */
export function batchRefusal(
  { header, changeAt }: VerifiedBatch,
  holder: Holder,
  access: AccessFold,
): Answer | null {
  const { member, keyId, audience, workspace, first } = header;
  if (member !== holder.memberId) return refuse('forbidden', 'This is the log of somebody else.');
  if (!mayUse(holder, audience)) return refuse('forbidden', 'You do not write to this audience.');
  if (access.isDeviceAccepted(keyId, member)) return null;
  const opening = changeAt(0);
  const inviteKey = textOf(opening?.fields ?? {}, 'inviteKey');
  const isOpening =
    first === 1 &&
    opening?.type === 'device' &&
    opening.id === keyId &&
    textOf(opening.fields, 'memberId') === member;
  const joining = { workspace, memberId: member, keyId };
  const isInvited =
    isOpening &&
    access.isInviteOpen(inviteKey, member) &&
    isJoinProven(inviteKey, textOf(opening.fields, 'proof'), joining);
  return isInvited
    ? null
    : refuse('forbidden', 'This device is not known here: send the beginning of its log first.');
}
