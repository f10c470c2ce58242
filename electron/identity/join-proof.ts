import { fromHex, isHex, toHex } from '#shared/hex';
import { type DeviceKey, verifySignature } from './device-key.ts';

/** Whose device, in which workspace. */
interface Joining {
  readonly workspace: string;
  readonly memberId: string;
  readonly keyId: string;
}

const proofMessage = ({ workspace, memberId, keyId }: Joining): Uint8Array =>
  Buffer.from(`outlog-join-v1\0${workspace}\0${memberId}\0${keyId}`, 'utf8');

/** Shows that the holder of the invite's secret took this device in. 128 hex digits. */
export const proveJoin = (inviteKey: DeviceKey, joining: Joining): string =>
  toHex(inviteKey.sign(proofMessage(joining)));

export const isJoinProven = (inviteKeyId: string, proof: string, joining: Joining): boolean =>
  isHex(inviteKeyId, 64) &&
  isHex(proof, 128) &&
  verifySignature(inviteKeyId, proofMessage(joining), fromHex(proof));
