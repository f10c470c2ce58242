import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { chainedHash } from '#shared/stream/chain';
import { type Change, type Fields, GENESIS_HASH } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { hashText } from '../../../../electron/sync/batch-tools.ts';
import { type FileSystem, nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import type { Stamp } from '../../../../electron/sync/journal/journal.ts';
import { type OpenJournal, openJournal } from '../../../../electron/sync/journal/open-journal.ts';
import type { JournalReader } from '../../../../electron/sync/journal/read-journal.ts';
import { readJournal } from '../../../faults/journal-frames.ts';

const STREAM = '5'.repeat(32);
const EPOCH = 'e0e0e0e0';
export const KEY = `${STREAM}-${EPOCH}`;
export const START = { seq: 0, h: GENESIS_HASH };

/** Appends changes with these ids to the one stream of these tests. */
export const entries =
  (ids: readonly string[], fields: Fields = { title: 'x' }): Stamp =>
  ({ streams }) => {
    const changes: Change[] = [];
    let { seq, h } = streams.get(KEY) ?? START;
    for (const id of ids) {
      seq += 1;
      const hlc = formatHlc({ ms: seq, counter: 0 });
      const unchained = { seq, hlc, type: 'deliverable', id, fields };
      h = chainedHash(hashText, h, unchained);
      changes.push({ ...unchained, h });
    }
    return [
      {
        stream: STREAM,
        epoch: EPOCH,
        audience: 'team',
        member: 'm',
        keyId: 'k'.repeat(64),
        changes,
      },
    ];
  };

/** A journal that is closed after the test unless it was before. */
export async function open(
  directory: string,
  { fs = nodeFileSystem, segmentBytes }: { fs?: FileSystem; segmentBytes?: number } = {},
): Promise<OpenJournal> {
  const opened = await openJournal(fs, directory, segmentBytes);
  if (!opened.ok) expect.fail(opened.error.code);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await opened.value.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { journal: opened.value.journal, close };
}

export const idsIn = (directory: string): readonly string[] =>
  readJournal(directory).changes.map(({ id }) => id);
export const segment = (directory: string, number: number): string =>
  join(directory, `${String(number).padStart(6, '0')}.journal`);
export const numbered = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, i) => `e${from + i}`);

/** Ids of what follows a position, or null where the stream does not pass through it. */
export async function idsAfter(
  reader: JournalReader,
  after: { readonly seq: number; readonly h: string },
  most = Infinity,
): Promise<readonly string[] | null> {
  const ids: string[] = [];
  const isPassed = await reader.readAfter(KEY, after, ({ id }) => ids.push(id) < most);
  return isPassed ? ids : null;
}
