import type { Fields } from '#shared/stream/change';
import { type DeviceKey, keyFromSeed, SEED_BYTES } from '../identity/device-key.ts';
import type { KeyProtector } from './engine.ts';
import type { SeatFile } from './workspace-file.ts';

/** A member's place on this device: who writes, and with which key. */
export interface Seat {
  readonly memberId: string;
  readonly kind: 'manager' | 'assistant';
  readonly key: DeviceKey;
  /** Fields of the `device` record that opens each of its streams. */
  readonly device: Fields;
}

/** Throws where the keychain no longer opens the key: another user, another machine, or none there today. */
export function openSeat(protector: KeyProtector, file: SeatFile): Seat {
  const key = keyFromSeed(seedOf(protector, file));
  if (key.keyId !== file.keyId) throw new Error('The sealed key is not the key of this seat.');
  return {
    memberId: file.memberId,
    kind: file.seat,
    key,
    device: {
      memberId: file.memberId,
      inviteKey: file.inviteKey,
      proof: file.proof,
      name: file.deviceName,
      timeZone: file.timeZone,
    },
  };
}

/** A key made on a day without a keychain lies as it is, and must open on the day there is one. */
export function seedOf(protector: KeyProtector, { sealedSeed, protection }: SeatFile): Uint8Array {
  const sealed = Buffer.from(sealedSeed, 'base64');
  return protection === 'plain-file' ? sealed : protector.open(sealed);
}

type NewSeat = Omit<SeatFile, 'keyId' | 'sealedSeed' | 'protection' | 'deviceName' | 'proof'>;

/** Makes a device's key; `prove` gives the invite's proof over the new key id. */
export function makeSeat(
  protector: KeyProtector,
  random: (count: number) => Uint8Array,
  seat: NewSeat,
  prove: (keyId: string) => string,
): SeatFile {
  const seed = random(SEED_BYTES);
  const { keyId } = keyFromSeed(seed);
  return {
    ...seat,
    keyId,
    sealedSeed: Buffer.from(protector.seal(seed)).toString('base64'),
    protection: protector.kind,
    deviceName: DEVICE_NAMES[process.platform] ?? 'computer',
    proof: prove(keyId),
  };
}

/** What a colleague's gap or receipt calls this device; the host's own name stays private. */
const DEVICE_NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'Windows computer',
  darwin: 'Mac',
  linux: 'Linux computer',
};
