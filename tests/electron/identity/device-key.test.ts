import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '#shared/hex';
import { keyFromSeed, verifySignature } from '../../../electron/identity/device-key.ts';
import { isJoinProven, proveJoin } from '../../../electron/identity/join-proof.ts';
import { testKey } from '../sync/parts/test-device.ts';

describe('device keys', () => {
  test.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('follow RFC 8032, section 7.1 (seed %s)', (seed, keyId, message, signature) => {
    const key = keyFromSeed(fromHex(seed));
    expect(key.keyId).toBe(keyId);
    expect(toHex(key.sign(fromHex(message)))).toBe(signature);
    expect(verifySignature(keyId, fromHex(message), fromHex(signature))).toBe(true);
  });

  test('a signature of something else, by somebody else, or by no key is none', () => {
    const ana = testKey('ana');
    const message = Buffer.from('hello');
    const signature = ana.sign(message);
    expect(verifySignature(ana.keyId, Buffer.from('hullo'), signature)).toBe(false);
    expect(verifySignature(testKey('bob').keyId, message, signature)).toBe(false);
    expect(verifySignature('zz', message, signature)).toBe(false);
    expect(verifySignature(ana.keyId, message, new Uint8Array(3))).toBe(false);
  });
});

describe('the proof of an invite', () => {
  const invite = testKey('invite');
  const joining = { workspace: 'w', memberId: 'ana', keyId: testKey('ana').keyId };
  const proof = proveJoin(invite, joining);

  test('holds for the one device, member and workspace it was made for', () => {
    expect(isJoinProven(invite.keyId, proof, joining)).toBe(true);
    for (const other of [
      { ...joining, workspace: 'v' },
      { ...joining, memberId: 'bob' },
      { ...joining, keyId: testKey('bob').keyId },
    ]) {
      expect(isJoinProven(invite.keyId, proof, other)).toBe(false);
    }
  });

  test('of another invite, or what is no proof, does not hold', () => {
    expect(isJoinProven(testKey('other').keyId, proof, joining)).toBe(false);
    expect(isJoinProven(invite.keyId, '', joining)).toBe(false);
    expect(isJoinProven('', proof, joining)).toBe(false);
  });
});
