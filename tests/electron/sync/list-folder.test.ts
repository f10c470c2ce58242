import type { Dirent } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { FileSystem } from '../../../electron/sync/file-system.ts';
import { nodeFileSystem } from '../../../electron/sync/file-system.ts';
import { listFolder } from '../../../electron/sync/folder/list-folder.ts';

const PEOPLE = Array.from({ length: 30 }, (_, at) => `m-u${String(at).padStart(2, '0')}`);

/** A drive on which everybody has one file; `onAsked` gets how many directories were asked for by then. */
function driveOf(onAsked: (count: number) => void): FileSystem {
  let count = 0;
  const entry = (name: string, isFile: boolean) => ({
    name,
    isFile: () => isFile,
    isDirectory: () => !isFile,
  });
  const readdir = async (directory: string) => {
    if (directory.endsWith('/w')) return PEOPLE.map((name) => entry(name, false)) as Dirent[];
    count += 1;
    onAsked(count);
    // Whoever is asked later answers sooner.
    await pause(count % 2 === 0 ? 1 : 4);
    return [entry('b.outlog', true)] as Dirent[];
  };
  return { ...nodeFileSystem, readdir: readdir as unknown as FileSystem['readdir'] };
}

test('files are in the order of their people, whoever was listed first', async () => {
  const { files } = await listFolder(
    driveOf(() => undefined),
    '/f',
    'w',
    () => true,
  );
  expect(files.map(({ audience }) => audience)).toEqual(PEOPLE);
});

test('a drive that fails is not asked on', async () => {
  let asked = 0;
  const failing = driveOf((count) => {
    asked = count;
    if (count === 5) throw Object.assign(new Error('gone'), { code: 'EIO' });
  });
  await expect(listFolder(failing, '/f', 'w', () => true)).rejects.toThrow('gone');
  await pause(50);
  expect(asked).toBeLessThan(8);
});
