import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  folderKeysFrom,
  identityIn,
  identityOf,
  keysForSeat,
} from '../../../../electron/sync/encryption/audience-keys.ts';
import {
  isSealedFile,
  openSealedFile,
  sealFile,
  SEALED_EXTRA_BYTES,
} from '../../../../electron/sync/encryption/sealed-file.ts';

const SECRET = new Uint8Array(32).fill(7);
const SECRET_HEX = '07'.repeat(32);
const ana = identityOf(SECRET, 'm-ana');

describe('a sealed file', () => {
  test('opens with its audience’s key and with no other', async () => {
    const bytes = randomBytes(300_000);
    const sealed = await sealFile(bytes, ana);
    expect(isSealedFile(sealed)).toBe(true);
    expect(isSealedFile(bytes)).toBe(false);
    expect(sealed.length - bytes.length).toBeLessThan(SEALED_EXTRA_BYTES);
    expect(Buffer.from((await openSealedFile(sealed, ana)) ?? []).equals(bytes)).toBe(true);
    expect(await openSealedFile(sealed, identityOf(SECRET, 'm-ben'))).toBeNull();
    expect(await openSealedFile(sealed, identityOf(SECRET, 'team'))).toBeNull();
  });

  test('is an age file like any other program’s', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(ana);
    expect(await decrypter.decrypt(await sealFile(Buffer.from('hello'), ana), 'text')).toBe(
      'hello',
    );
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(ana));
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    const theirs = await encrypter.encrypt('hello');
    expect(Buffer.from((await openSealedFile(theirs, ana)) ?? []).toString()).toBe('hello');
  });

  test('that was cut or changed anywhere does not open', async () => {
    const sealed = await sealFile(Buffer.from('12 listings'), ana);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Uint8Array.from(sealed, (byte, index) =>
            index === at ? byte ^ flip : byte,
          );
          expect(await openSealedFile(changed, ana)).toBeNull();
          expect(await openSealedFile(sealed.subarray(0, at), ana)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the keys of audiences', () => {
  test('are fixed for ever by the workspace’s secret', () => {
    expect(identityOf(SECRET, 'team')).toMatchInlineSnapshot(
      `"AGE-SECRET-KEY-1T4GA85K4HX09HZQGDHUUG8LKJQWQXPUXHMTWSLLYYZC754GHERRQ0UF3T6"`,
    );
    expect(ana).not.toBe(identityOf(SECRET, 'team'));
    expect(identityIn({ workspace: SECRET_HEX }, 'm-ana')).toBe(ana);
  });

  test('of an assistant are the team’s and their own', () => {
    const keys = keysForSeat({ workspace: SECRET_HEX }, 'assistant', ['team', 'm-ana']);
    expect(Object.keys(keys ?? {})).toEqual(['team', 'm-ana']);
    expect(keys && identityIn(keys, 'm-ana')).toBe(ana);
    expect(keys && identityIn(keys, 'managers')).toBeNull();
    expect(keysForSeat(keys ?? {}, 'assistant', ['team'])).toBeNull();
    expect(keysForSeat({ workspace: SECRET_HEX }, 'manager', [])).toEqual({
      workspace: SECRET_HEX,
    });
  });

  test('that are none are refused', () => {
    expect(folderKeysFrom({})).toBeNull();
    expect(folderKeysFrom({ workspace: 'abc' })).toBeNull();
    expect(folderKeysFrom({ 'm-ana': 'AGE-SECRET-KEY-1XYZ', x: 'AGE-SECRET-KEY-1' })).toBeNull();
    expect(folderKeysFrom({ 'm-ana': ana })).toEqual({ 'm-ana': ana });
  });
});
