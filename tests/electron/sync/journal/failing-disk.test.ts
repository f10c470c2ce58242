import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#shared/random';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { JournalReader } from '../../../../electron/sync/journal/read-journal.ts';
import { readJournal } from '../../../faults/journal-frames.ts';
import { failingFiles } from '../parts/failing-files.ts';
import { entries, idsAfter, open, segment, START } from '../parts/journal-parts.ts';
import { canMount, smallDisk } from '../parts/small-disk.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';

describe('a disk that fails', () => {
  test.each([
    ['handle.write', 'EIO'],
    ['handle.datasync', 'EIO'],
    ['handle.datasync', 'ENOSPC'],
  ])('%s with %s: that append fails, no other, and the chain holds', async (call, code) => {
    const directory = temporaryFolder();
    let isFailing = false;
    const fs = failingFiles(({ name }) => (isFailing && name === call ? code : null));
    const { journal, close } = await open(directory, { fs });
    await journal.append(entries(['a']));
    isFailing = true;
    await expect(journal.append(entries(['lost']))).rejects.toMatchObject({ code });
    isFailing = false;
    await journal.append(entries(['b']));
    await close();
    const again = await open(directory);
    await again.journal.append(entries(['c']));
    const reader = new JournalReader(nodeFileSystem, again.journal);
    expect(await idsAfter(reader, START)).toEqual(['a', 'b', 'c']);
  });

  test('a flush that failed is never asked of the same file again', async () => {
    const directory = temporaryFolder();
    let flushed: string[] = [];
    let isFailing = false;
    const fs = failingFiles(({ name, path }) => {
      if (name !== 'handle.datasync') return null;
      flushed.push(path);
      return isFailing ? 'EIO' : null;
    });
    const { journal } = await open(directory, { fs });
    await journal.append(entries(['a']));
    isFailing = true;
    await expect(journal.append(entries(['lost']))).rejects.toMatchObject({ code: 'EIO' });
    isFailing = false;
    flushed = [];
    await journal.append(entries(['b']));
    expect(flushed).not.toContain(segment(directory, 1));
  });

  test('garbage that could not be cut off is left out by the segment after it', async () => {
    const directory = temporaryFolder();
    let isFailing = false;
    const calls = new Set(['handle.datasync', 'handle.truncate']);
    const fs = failingFiles(({ name }) => (isFailing && calls.has(name) ? 'EIO' : null));
    const { journal } = await open(directory, { fs });
    await journal.append(entries(['a']));
    isFailing = true;
    await expect(journal.append(entries(['lost']))).rejects.toMatchObject({ code: 'EIO' });
    isFailing = false;
    await journal.append(entries(['b']));
    expect(readFileSync(segment(directory, 1)).includes('"id":"lost"')).toBe(true);
    const reader = new JournalReader(nodeFileSystem, journal);
    expect(await idsAfter(reader, START)).toEqual(['a', 'b']);
  });

  test('a segment that could be neither made nor taken away hides nothing of those around it', async () => {
    const directory = temporaryFolder();
    let isFailing = false;
    const calls = new Set(['handle.write', 'unlink']);
    const fs = failingFiles(({ name }) => (isFailing && calls.has(name) ? 'EIO' : null));
    const { journal } = await open(directory, { fs, segmentBytes: 1 });
    await journal.append(entries(['a']));
    isFailing = true;
    await expect(journal.append(entries(['lost']))).rejects.toMatchObject({ code: 'EIO' });
    isFailing = false;
    await journal.append(entries(['b']));
    await journal.append(entries(['c']));
    expect(statSync(segment(directory, 2)).size).toBe(0);
    const reader = new JournalReader(nodeFileSystem, journal);
    expect(await idsAfter(reader, START)).toEqual(['a', 'b', 'c']);
  });

  test.runIf(canMount)(
    'filling up at any byte loses nothing that was answered, and goes on when there is room',
    async () => {
      const disk = smallDisk(256 * 1024);
      const directory = join(disk.folder, 'journal');
      const random = seededRandom('full disk');
      const { journal, close } = await open(directory, { segmentBytes: 60_000 });
      const answered: string[] = [];
      const refused: string[] = [];
      for (let round = 0; round < 40; round += 1) {
        const filler = join(disk.folder, `filler-${round}`);
        const sizeBytes = random.whole(1, 4) * 4_096;
        try {
          writeFileSync(filler, Buffer.alloc(sizeBytes));
        } catch {
          // Full already.
        }
        for (let i = 0; i < 12; i += 1) {
          const id = `r${round}-${i}`;
          try {
            await journal.append(entries([id], { note: 'n'.repeat(random.whole(0, 1_500)) }));
            answered.push(id);
          } catch (error) {
            expect(error).toMatchObject({ code: 'ENOSPC' });
            refused.push(id);
          }
        }
        if (refused.length > 0 && round % 5 === 4) disk.resize(256 * 1024 * (2 + round));
      }
      await close();
      expect(refused.length).toBeGreaterThan(10);
      expect(answered.length).toBeGreaterThan(refused.length / 4);
      const found = readJournal(directory);
      expect(found.chainBreaks).toBe(0);
      expect(found.changes.map(({ id }) => id)).toEqual(answered);
    },
  );
});
