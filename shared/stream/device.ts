import { numberOf, textOf } from '../record-fields.ts';
import type { Audience } from './change.ts';
import { parseHlc } from './clock.ts';
import type { RecordState } from './merge.ts';
import { fieldStamp } from './merge.ts';

/**
 * A device's claim to a seat, the first change of each of its streams. Record type `device`, id = key id.
 * A founder's device has no invite; any other proves by `proof`, made with the invite's secret key over
 * its own key, that it was invited.
 */
export interface Device {
  /** The Ed25519 public key, 64 hex digits: also the batch header's `keyId`. */
  readonly keyId: string;
  readonly memberId: string;
  readonly inviteKey: string;
  readonly proof: string;
  readonly name: string;
  /** When it took its seat, by its own clock; UTC ms. */
  readonly joinedAtMs: number;
}

export function deviceFrom(state: RecordState): Device {
  const { id, fields } = state;
  const [hlc = ''] = fieldStamp(state, 'memberId').split('.', 1);
  return {
    keyId: id,
    memberId: textOf(fields, 'memberId'),
    inviteKey: textOf(fields, 'inviteKey'),
    proof: textOf(fields, 'proof'),
    name: textOf(fields, 'name'),
    joinedAtMs: parseHlc(hlc)?.ms ?? 0,
  };
}

/** A manager's invitation. Record type `invite`, id = the invite's public key in hex, audience `team`. */
export interface Invite {
  readonly inviteKey: string;
  readonly memberId: string;
  /** What a receiver knows the invite's holder by (electron/identity/member-token.ts); empty in old invites. */
  readonly tokenHash: string;
  readonly createdAtMs: number;
  /** From then on it cannot be opened; null: never. Devices that joined by it before stay. */
  readonly expiresAtMs: number | null;
  readonly revokedAtMs: number | null;
}

export const inviteFrom = ({ id, fields }: RecordState): Invite => ({
  inviteKey: id,
  memberId: textOf(fields, 'memberId'),
  tokenHash: textOf(fields, 'tokenHash'),
  createdAtMs: numberOf(fields, 'createdAtMs') ?? 0,
  expiresAtMs: numberOf(fields, 'expiresAtMs'),
  revokedAtMs: numberOf(fields, 'revokedAtMs'),
});

/**
 * Proof that a stream was imported up to `seq`. Record type `receipt`, id = `<stream>-<epoch>.<member>`
 * of the stream it covers and the member who imported it; written in an audience the stream's writer reads.
 */
export interface Receipt {
  readonly id: string;
  readonly audience: Audience;
  readonly streamKey: string;
  readonly memberId: string;
  readonly seq: number;
  readonly h: string;
  readonly atMs: number;
}

export const receiptFrom = ({ id, audience, fields }: RecordState): Receipt => ({
  id,
  audience,
  streamKey: textOf(fields, 'streamKey'),
  memberId: textOf(fields, 'memberId'),
  seq: numberOf(fields, 'seq') ?? 0,
  h: textOf(fields, 'h'),
  atMs: numberOf(fields, 'atMs') ?? 0,
});

/**
 * Whether a receipt proves anything about a stream: written by somebody else, and where only those can
 * write who read the stream. Of the team's streams every member's receipt does.
 */
export const isProofOf = (
  receipt: Pick<Receipt, 'audience' | 'memberId'>,
  stream: { readonly audience: Audience; readonly memberId: string },
): boolean =>
  receipt.memberId !== stream.memberId &&
  (stream.audience === 'team' || receipt.audience === stream.audience);
