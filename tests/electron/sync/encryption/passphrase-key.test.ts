import { Decrypter, Encrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import {
  passphraseIdentity,
  passphraseRecipient,
} from '../../../../electron/sync/encryption/passphrase-key.ts';

const WORK = 10;

async function seal(text: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, WORK));
  return await encrypter.encrypt(text);
}

function open(file: Uint8Array, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase, WORK));
  return decrypter.decrypt(file, 'text');
}

test('what a passphrase seals it opens, and no other does', async () => {
  const file = await seal('an invite', '7QM4TZD9');
  expect(await open(file, '7QM4TZD9')).toBe('an invite');
  await expect(open(file, '7QM4TZD8')).rejects.toThrow();
});

test('the library opens what is sealed here, and the other way round', async () => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase('7QM4TZD9');
  expect(await decrypter.decrypt(await seal('ours', '7QM4TZD9'), 'text')).toBe('ours');
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK);
  encrypter.setPassphrase('7QM4TZD9');
  expect(await open(await encrypter.encrypt('theirs'), '7QM4TZD9')).toBe('theirs');
});

test('a file that asks for too much work is refused before any is done', async () => {
  const file = Buffer.from(await seal('x', 'a'));
  const asking = Buffer.from(
    file.toString('latin1').replace(/^(-> scrypt \S+) 10$/m, '$1 24'),
    'latin1',
  );
  expect(asking.equals(file)).toBe(false);
  await expect(open(asking, 'a')).rejects.toThrow();
});

test('the program goes on meanwhile', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient('a', 15));
  await encrypter.encrypt('x');
  clearInterval(counting);
  expect(turns).toBeGreaterThan(2);
});
