import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeyProtector } from '../../../electron/sync/engine.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { codeOf, entryEdit, foundWorkspace, seatOf, testEngine } from './parts/test-engine.ts';

/** A keychain that opens only what it sealed. */
const keychain: KeyProtector = {
  kind: 'system',
  seal: (secret) => Buffer.concat([Buffer.from('sealed'), secret]),
  open: (sealed) => {
    if (Buffer.from(sealed).subarray(0, 6).toString() !== 'sealed') throw new Error('Not mine.');
    return sealed.subarray(6);
  },
};

/** Founds a workspace with one protector, and writes in it with another after a restart. */
async function writeAfterRestart(
  before: KeyProtector | undefined,
  after: KeyProtector | undefined,
  damage: (file: string) => void = () => undefined,
): Promise<string> {
  const dir = temporaryFolder();
  const first = await testEngine(dir, before && { protector: before });
  const entry = await foundWorkspace(first.engine);
  const { memberId } = seatOf(entry);
  await first.engine.close();
  damage(join(dir, 'workspaces', entry.id, 'workspace.json'));
  const { engine } = await testEngine(dir, after && { protector: after });
  const edits = [entryEdit(memberId, 'a')];
  return codeOf(await engine.append({ workspace: entry.id, memberId, edits }));
}

test('a key made without a keychain opens on the day there is one', async () => {
  expect(await writeAfterRestart(undefined, keychain)).toBe('ok');
});

test('a key in a keychain that is gone writes nothing', async () => {
  expect(await writeAfterRestart(keychain, undefined)).toBe('no-seat');
});

test("another device's key is not this seat's", async () => {
  const exchange = (file: string): void => {
    const other = Buffer.alloc(32, 7).toString('base64');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/("sealedSeed": ")[^"]*/, `$1${other}`));
  };
  expect(await writeAfterRestart(undefined, undefined, exchange)).toBe('no-seat');
});
