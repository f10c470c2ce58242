import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { PIECE_BYTES } from '#shared/evidence/pieces';
import { evidenceTeam, namesIn, someBytes } from '../parts/evidence-team.ts';
import { MEMORY, temporaryFolder } from '../parts/temporary-folder.ts';
import { failingFiles } from '../parts/failing-files.ts';
import { codeOf, value } from '../parts/test-engine.ts';

/** What was put into the sync folder, in order: `piece` or `log`. */
function watchedFiles() {
  const put: ('piece' | 'log')[] = [];
  let onPiece: (count: number) => void = () => undefined;
  const fs = failingFiles(({ name, path }) => {
    if (name !== 'rename' || !path.includes('/sync/v1/')) return null;
    put.push(path.includes('/evidence/') ? 'piece' : 'log');
    if (path.includes('/evidence/')) onPiece(put.filter((each) => each === 'piece').length);
    return null;
  });
  return { fs, put, whenPiece: (call: typeof onPiece) => (onPiece = call) };
}

test('what is saved before files are sent is in the folder before the first piece', async () => {
  const { fs, put } = watchedFiles();
  const { attach, log, send } = await evidenceTeam({ fs });
  await attach(someBytes(2 * PIECE_BYTES));
  await log('one');
  put.length = 0;
  const { unsentCount } = await send();
  expect(unsentCount).toBe(0);
  expect(put.indexOf('log')).toBeLessThan(put.indexOf('piece'));
});

test('what is saved while 25 MB are being sent goes before the next piece', async () => {
  const { fs, put, whenPiece } = watchedFiles();
  const { attach, log, send } = await evidenceTeam({ fs });
  await attach(someBytes(MAX_EVIDENCE_BYTES));
  await send();
  await attach(someBytes(MAX_EVIDENCE_BYTES, 2));
  put.length = 0;
  const saves: Promise<void>[] = [];
  whenPiece((count) => {
    if (count === 3 || count === 10) saves.push(log(`at-${count}`));
  });
  await send();
  await Promise.all(saves);
  const between = (from: number) => {
    const at = put.flatMap((each, i) => (each === 'piece' ? [i] : []))[from - 1] ?? -1;
    return put.slice(at + 1).indexOf('log');
  };
  // A piece under way is finished, one more may have been begun before the entry was on the disk.
  expect(between(3)).toBeGreaterThanOrEqual(0);
  expect(between(3)).toBeLessThanOrEqual(1);
  expect(between(10)).toBeLessThanOrEqual(1);
});

test('“Send now” does not wait for the files that are under way', async () => {
  const { fs, put, whenPiece } = watchedFiles();
  const { attach, log, assistant, workspace } = await evidenceTeam({ fs });
  await attach(someBytes(MAX_EVIDENCE_BYTES));
  put.length = 0;
  const piecesWhenSent = new Promise<number>((resolve) => {
    whenPiece((count) => {
      if (count !== 4) return;
      void log('urgent')
        .then(() => assistant.engine.sendNow(workspace))
        .then((sent) => {
          expect(value(sent).unsentCount).toBe(0);
          return resolve(put.filter((each) => each === 'piece').length);
        });
    });
  });
  const sending = assistant.engine.moveEvidence(workspace);
  expect(await piecesWhenSent).toBeLessThanOrEqual(6);
  expect(value(await sending).evidence.waitingCount).toBe(0);
});

test('a sending that was cut off goes on at the missing piece', async () => {
  let writes = 0;
  let isCut = true;
  const fs = failingFiles(({ name, path }) => {
    const isPiece =
      name === 'handle.writeFile' && path.includes('/sync/v1/') && path.includes('/evidence/');
    if (!isPiece) return null;
    writes += 1;
    return isCut && writes > 5 ? 'ENOSPC' : null;
  });
  const { attach, send, placeOf } = await evidenceTeam({ fs });
  const { hash } = await attach(someBytes(12 * PIECE_BYTES));
  expect((await send()).evidence).toMatchObject({ waiting: 'folder-full', waitingCount: 1 });
  expect(namesIn(placeOf(hash))).toHaveLength(5);
  const before = namesIn(placeOf(hash)).map((name) => statSync(join(placeOf(hash), name)).ino);
  isCut = false;
  writes = 0;
  expect((await send()).evidence).toMatchObject({ waiting: 'none', waitingCount: 0 });
  expect(writes).toBe(12 + 1 - 5);
  const after = namesIn(placeOf(hash)).map((name) => statSync(join(placeOf(hash), name)).ino);
  expect(after).toEqual(expect.arrayContaining(before));
});

test(
  '1,000 files are sent and fetched; looking again reads none of them',
  { timeout: 120_000 },
  async () => {
    const reads = new Map<string, number>();
    const fs = failingFiles(({ name, path }) => {
      const isInFolder = path.includes('/sync/v1/') && path.includes('/evidence');
      if (isInFolder) reads.set(name, (reads.get(name) ?? 0) + 1);
      return null;
    });
    const { attach, send, fetch, read } = await evidenceTeam({ fs }, temporaryFolder(MEMORY));
    const hashes: string[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      hashes.push((await attach(Buffer.from(`photo ${i}`))).hash);
    }
    expect((await send()).evidence.waitingCount).toBe(0);
    expect((await fetch()).evidence.arrivedCount).toBe(1_000);
    expect(codeOf(await read(hashes[999] ?? ''))).toBe('ok');
    reads.clear();
    await send();
    await fetch();
    expect(Object.fromEntries(reads)).toEqual({ readdir: 2 });
  },
);
