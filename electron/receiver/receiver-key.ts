import { type EndpointReceipt, receiptMessage } from '#shared/endpoint/receipt';
import { toHex } from '#shared/hex';
import { keyFromSeed } from '../identity/device-key.ts';
import type { SignReceipt } from './receiver-store.ts';

/** The receiver's own signing key: who it is, whatever its address. */
export interface ReceiverKey {
  /** Public key, 64 hex digits. */
  readonly keyId: string;
  readonly signReceipt: SignReceipt;
  /** Shows that whoever answers holds the key. `challenge` is 64 hex digits of the caller's choosing. */
  readonly answerChallenge: (challenge: string) => string;
}

export function receiverKeyFrom(seed: Uint8Array): ReceiverKey {
  const { keyId, sign } = keyFromSeed(seed);
  const signText = (text: string): string => toHex(sign(Buffer.from(text, 'utf8')));
  return {
    keyId,
    signReceipt: (receipt): EndpointReceipt => {
      const unsigned = { ...receipt, keyId };
      return { ...unsigned, sig: signText(receiptMessage(unsigned)) };
    },
    answerChallenge: (challenge) => signText(`outlog-hello-v1\0${challenge}`),
  };
}
