import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { handOverNotesOf, openPacksTo, packsFrom } from '../../../renderer/data/hand-overs.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { SCHEMA } from '../../../renderer/data/schema.ts';
import type { FrozenTables } from './frozen.ts';
import { frozenProjection } from './frozen.ts';

const NAME = 'schema-hand-overs';

afterEach(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

/** Opens the past, fills it as it was, and opens it again as today's program does. */
async function reopened(version: number, tables: FrozenTables): Promise<Projection> {
  const past = new Projection(NAME, SCHEMA.slice(0, version));
  await past.open();
  for (const [table, records] of Object.entries(tables)) {
    await past.table(table).bulkPut([...records]);
  }
  past.close();
  return await openProjection(NAME);
}

test('a database of version 6 opens today with leave and what changes hands', async () => {
  await reopened(6, await frozenProjection(6));
  expect(await openPacksTo('ana')).toMatchObject([
    { fromId: 'ben', items: [{ title: 'Uploads' }] },
  ]);
  expect(await packsFrom('ben')).toHaveLength(1);
  expect((await handOverNotesOf('ana')).get('uploads')?.text).toBe('Photos come on Tuesdays');
  const { memberById } = await readPlan();
  expect(memberById.get('ana')?.leave).toEqual([{ fromDay: '2026-12-21', toDay: '2026-12-23' }]);
});

test('leave and hand-overs that version 5 kept among what it did not know move to their place', async () => {
  const { plan = [], handOverPacks = [], handOverNotes = [] } = await frozenProjection(6);
  const absences = plan.filter((row) => 'type' in row && row.type === 'absence');
  const others = [...absences, ...handOverPacks, ...handOverNotes];
  const db = await reopened(5, { others });
  expect(await db.others.toArray()).toEqual([]);
  expect((await readPlan()).absences).toMatchObject([{ memberId: 'ana', standInId: 'boss' }]);
  expect(await openPacksTo('ana')).toHaveLength(1);
  expect((await handOverNotesOf('ana')).size).toBe(1);
  expect(await areTermsStale(db)).toBe(true);
});
