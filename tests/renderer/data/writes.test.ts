import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { historyOf, readEntry } from '../../../renderer/data/deliverables.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { writesOf } from '../../../renderer/data/writes.ts';
import { noonMs } from './entries.ts';
import { TestStream, ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');
const ANA = memberAudience('ana');
const ID = '202611-spring';

let db: Projection;

beforeEach(async () => {
  db = await openProjection('writes');
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

/** Ana goes on with her work, and Mara words it anew, neither knowing of the other. */
function apart(): { readonly ana: TestStream; readonly mara: TestStream } {
  const ana = ownStream('ana');
  const mara = new TestStream({ audience: ANA, memberId: 'mara' });
  const say = (stream: TestStream, afterMs: number, fields: TestStream['changes'][0]['fields']) =>
    stream.add(NOW_MS + afterMs, { type: 'deliverable', id: ID, fields });
  say(ana, 0, { title: 'Spring', note: 'Photos first', requestedAtMs: NOW_MS });
  say(ana, 2, { startedAtMs: NOW_MS, note: 'Waiting for photos' });
  say(mara, 1, { title: 'Spring 2027', dueAtMs: NOW_MS + 60_000, note: 'No photos needed' });
  say(ana, 4, { completedAtMs: NOW_MS, day: '2026-11-22' });
  say(mara, 3, { quantity: 12 });
  return { ana, mara };
}

const either = [
  ['whole streams, Ana’s first', ['ana', 'mara']],
  ['whole streams, Mara’s first', ['mara', 'ana']],
] as const;

test.each(either)('concurrent edits of one deliverable all hold: %s', async (_, order) => {
  const streams = apart();
  for (const name of order) {
    const { source, changes } = streams[name];
    await applyChanges(db, source, changes, NOW_MS);
  }
  expect(await readEntry(ANA, ID)).toMatchObject({
    title: 'Spring 2027',
    dueAtMs: NOW_MS + 60_000,
    startedAtMs: NOW_MS,
    completedAtMs: NOW_MS,
    quantity: 12,
    note: 'Waiting for photos',
    isEdited: true,
  });
  const writes = await writesOf(ANA, 'deliverable', ID);
  const told = (field: string) =>
    writes
      .filter((write) => write.field === field)
      .map(({ value, memberId, isCurrent }) => [value, memberId, isCurrent]);
  expect(told('title')).toEqual([
    ['Spring', 'ana', false],
    ['Spring 2027', 'mara', true],
  ]);
  expect(told('note')).toEqual([
    ['Photos first', 'ana', false],
    ['No photos needed', 'mara', false],
    ['Waiting for photos', 'ana', true],
  ]);
  expect((await historyOf(ANA, 'deliverable', ID)).map(({ value }) => value)).toEqual([
    'Photos first',
    'Spring',
    'No photos needed',
  ]);
});
