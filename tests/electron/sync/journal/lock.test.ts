import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { openJournal } from '../../../../electron/sync/journal/open-journal.ts';
import { open } from '../parts/journal-parts.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';

describe('the lock', () => {
  test('keeps a second writer out until the first is gone', async () => {
    const directory = temporaryFolder();
    const first = await open(directory);
    const second = await openJournal(nodeFileSystem, directory);
    expect(second).toMatchObject({ ok: false, error: { code: 'journal-locked' } });
    await first.close();
    await open(directory);
  });

  test.runIf(process.platform === 'linux')('of another living process holds', async () => {
    const directory = temporaryFolder();
    const startedAt = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const ticks = startedAt.slice(startedAt.lastIndexOf(')') + 2).split(' ')[19];
    const holder = { pid: process.ppid, bootAtMs: Date.now(), startedAt: ticks };
    writeFileSync(join(directory, 'lock'), JSON.stringify(holder));
    const opened = await openJournal(nodeFileSystem, directory);
    expect(opened).toMatchObject({ ok: false, error: { code: 'journal-locked' } });
  });

  test.each([
    ['a dead process', { pid: 2 ** 22 + 1, startedAt: '1' }],
    ['a process whose number another one has now', { pid: process.ppid, startedAt: '1' }],
    ['an earlier process with our own number', { pid: process.pid, startedAt: '1' }],
    ['nobody who can be told', {}],
  ])('left by %s is taken over', async (_, holder) => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'lock'), JSON.stringify(holder));
    await open(directory);
  });
});
