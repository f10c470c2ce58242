import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GENESIS_HASH } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { JournalReader } from '../../../../electron/sync/journal/read-journal.ts';
import { readJournal } from '../../../faults/journal-frames.ts';
import { entries, open } from '../parts/journal-parts.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';

const FROZEN = join(import.meta.dirname, '../../../fixtures/frozen/journal-1');
const STREAMS = {
  '1797f2d6886a05ba17c85bf7e78e5e2f-00000001': ['x0', 'x2', 'x4'],
  'ade3742b67aa85d92731105d3759dccc-00000002': ['x1', 'x3', 'x5'],
};

test('a journal of version 1 opens, is read whole, and goes on', async () => {
  const directory = temporaryFolder();
  cpSync(FROZEN, directory, { recursive: true });
  const { journal } = await open(directory);
  expect(formatHlc(journal.state.clock)).toBe('01a19b7ca6850000');
  const reader = new JournalReader(nodeFileSystem, journal);
  for (const [key, ids] of Object.entries(STREAMS)) {
    const found: string[] = [];
    const start = { seq: 0, h: GENESIS_HASH };
    await reader.readAfter(key, start, ({ id }) => found.push(id) > 0);
    expect(found.slice(1)).toEqual(ids);
    expect(journal.state.streams.get(key)?.seq).toBe(4);
  }
  await journal.append(entries(['later']));
  expect(readJournal(directory)).toMatchObject({ chainBreaks: 0 });
});
