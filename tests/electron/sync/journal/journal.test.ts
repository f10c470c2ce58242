import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Change, GENESIS_HASH } from '#shared/stream/change';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { crc32c } from '../../../../electron/sync/journal/crc32c.ts';
import { openJournal } from '../../../../electron/sync/journal/open-journal.ts';
import { JournalReader } from '../../../../electron/sync/journal/read-journal.ts';
import { readJournal } from '../../../faults/journal-frames.ts';
import { failingFiles } from '../parts/failing-files.ts';
import {
  entries,
  idsAfter,
  idsIn,
  KEY,
  numbered,
  open,
  segment,
  START,
} from '../parts/journal-parts.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';

describe('the journal', () => {
  test('holds what it answered, in order and chained, after it is opened again', async () => {
    const directory = temporaryFolder();
    const first = await open(directory);
    for (const id of numbered(20)) await first.journal.append(entries([id]));
    await first.close();
    const second = await open(directory);
    expect(second.journal.state.streams.get(KEY)?.seq).toBe(20);
    await second.journal.append(entries(['later']));
    expect(readJournal(directory)).toMatchObject({ chainBreaks: 0 });
    expect(idsIn(directory)).toEqual([...numbered(20), 'later']);
  });

  test('lets appends of one moment share a flush', async () => {
    let flushes = 0;
    const fs = failingFiles(({ name }) => {
      if (name === 'handle.datasync') flushes += 1;
      return null;
    });
    const directory = temporaryFolder();
    const { journal } = await open(directory, { fs });
    await journal.append(entries(['first']));
    flushes = 0;
    await Promise.all(numbered(200).map((id) => journal.append(entries([id]))));
    expect(flushes).toBe(1);
    expect(idsIn(directory)).toEqual(['first', ...numbered(200)]);
  });

  test('begins each segment with where every stream stands, and opens from the last alone', async () => {
    const directory = temporaryFolder();
    const { journal, close } = await open(directory, { segmentBytes: 2_000 });
    for (const id of numbered(60)) await journal.append(entries([id]));
    await close();
    const names = readdirSync(directory).filter((name) => name.endsWith('.journal'));
    expect(names.length).toBeGreaterThan(4);
    const read: string[] = [];
    const fs = failingFiles(({ name, path }) => {
      if (name === 'readFile' && path.endsWith('.journal')) read.push(path);
      return null;
    });
    const again = await open(directory, { fs });
    expect(again.journal.state.streams.get(KEY)?.seq).toBe(60);
    expect(read).toEqual([segment(directory, names.length)]);
    expect(readJournal(directory)).toMatchObject({ chainBreaks: 0 });
  });

  test.each([1, 7, 8, 9, 60])(
    'cut short by %i bytes, opens at the last whole frame',
    async (cut) => {
      const directory = temporaryFolder();
      const { journal, close } = await open(directory);
      for (const id of ['a', 'b', 'c']) await journal.append(entries([id]));
      await close();
      const path = segment(directory, 1);
      truncateSync(path, statSync(path).size - cut);
      const again = await open(directory);
      await again.journal.append(entries(['d']));
      expect(idsIn(directory)).toEqual(['a', 'b', 'd']);
      expect(readJournal(directory).chainBreaks).toBe(0);
    },
  );

  test('never appends after garbage, and keeps a copy of what it cut off', async () => {
    const directory = temporaryFolder();
    const { journal, close } = await open(directory);
    for (const id of ['a', 'b', 'c']) await journal.append(entries([id]));
    await close();
    const path = segment(directory, 1);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('"id":"b"');
    bytes[at + 6] = 'B'.charCodeAt(0);
    writeFileSync(path, bytes);
    const again = await open(directory);
    await again.journal.append(entries(['d']));
    expect(idsIn(directory)).toEqual(['a', 'd']);
    const aside = readdirSync(directory).filter((name) => name.startsWith('damaged-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(directory, aside[0] ?? '')).includes('"id":"c"')).toBe(true);
  });

  test('a segment whose making was cut short is made again', async () => {
    const directory = temporaryFolder();
    const { journal, close } = await open(directory);
    await journal.append(entries(['a']));
    await close();
    writeFileSync(segment(directory, 2), Buffer.alloc(5));
    const again = await open(directory);
    await again.journal.append(entries(['b']));
    expect(idsIn(directory)).toEqual(['a', 'b']);
    expect(readJournal(directory).chainBreaks).toBe(0);
  });

  test('opens at a sound frame wherever a crash cut it off', async () => {
    const directory = temporaryFolder();
    const { journal, close } = await open(directory, { segmentBytes: 1_500 });
    for (const id of numbered(12)) await journal.append(entries([id]));
    await close();
    const all = idsIn(directory);
    const lastNumber = journal.lastSegment;
    const last = readFileSync(segment(directory, lastNumber));
    for (let length = 0; length <= last.length; length += 13) {
      const copy = temporaryFolder();
      for (let number = 1; number < lastNumber; number += 1) {
        copyFileSync(segment(directory, number), segment(copy, number));
      }
      writeFileSync(segment(copy, lastNumber), last.subarray(0, length));
      const cut = await open(copy);
      await cut.journal.append(entries(['next']));
      await cut.close();
      const found = readJournal(copy);
      expect(found.chainBreaks).toBe(0);
      const ids = found.changes.map(({ id }) => id);
      expect(ids.at(-1)).toBe('next');
      expect(ids.slice(0, -1)).toEqual(all.slice(0, ids.length - 1));
    }
  });

  test('a newer one is left alone', async () => {
    const directory = temporaryFolder();
    const payload = Buffer.from(JSON.stringify({ k: 'head', v: 2, clock: '', streams: [] }));
    const head = Buffer.alloc(8);
    head.writeUInt32LE(payload.length, 0);
    head.writeUInt32LE(crc32c(payload), 4);
    writeFileSync(segment(directory, 1), Buffer.concat([head, payload]));
    const opened = await openJournal(nodeFileSystem, directory);
    expect(opened).toMatchObject({ ok: false, error: { code: 'batch-newer' } });
  });
});

describe('reading back', () => {
  test('any position of any length gives exactly what follows it', async () => {
    const directory = temporaryFolder();
    const { journal } = await open(directory, { segmentBytes: 1_200 });
    for (const id of numbered(40)) await journal.append(entries([id]));
    const reader = new JournalReader(nodeFileSystem, journal);
    const all: Change[] = [];
    await reader.readAfter(KEY, START, (change) => all.push(change) > 0);
    expect(all.map(({ id }) => id)).toEqual(numbered(40));
    for (const { seq, h } of all) {
      expect(await idsAfter(reader, { seq, h })).toEqual(numbered(40).slice(seq));
      expect(await idsAfter(reader, { seq, h }, 1)).toEqual(numbered(40).slice(seq, seq + 1));
      expect(await idsAfter(reader, { seq, h: GENESIS_HASH })).toBeNull();
    }
    expect(await idsAfter(reader, { seq: 41, h: all[39]?.h ?? '' })).toBeNull();
  });

  test('a segment that is being made hides nothing, then or later', async () => {
    const directory = temporaryFolder();
    const { journal } = await open(directory, { segmentBytes: 1_200 });
    for (const id of numbered(20)) await journal.append(entries([id]));
    const reader = new JournalReader(nodeFileSystem, journal);
    const next = (journal.tail?.number ?? 0) + 1;
    // What the journal does first when a segment is full; what follows in the file is on its way.
    writeFileSync(segment(directory, next), '');
    expect(await idsAfter(reader, START)).toEqual(numbered(20));
    rmSync(segment(directory, next));
    while (journal.tail?.number !== next) await journal.append(entries(['more']));
    await journal.append(entries(['last']));
    const ids = (await idsAfter(reader, START)) ?? [];
    expect(ids.slice(0, 20)).toEqual(numbered(20));
    expect(ids.at(-1)).toBe('last');
    expect(ids).toHaveLength(journal.state.streams.get(KEY)?.seq ?? 0);
  });

  test('a stream that does not exist has nothing', async () => {
    const { journal } = await open(temporaryFolder());
    const reader = new JournalReader(nodeFileSystem, journal);
    expect(await idsAfter(reader, START)).toEqual([]);
  });
});
