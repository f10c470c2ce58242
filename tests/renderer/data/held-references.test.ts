import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { referenceKey } from '#shared/deliverables/pasted-work';
import { heldReferences } from '../../../renderer/data/held-references.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { logDone, noonMs } from './entries.ts';
import { ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');

let db: Projection;
beforeEach(async () => {
  db = await openProjection('references');
});
afterEach(async () => {
  closeProjection();
  await db.delete();
});

test('work of the last two weeks and open work is known by its reference, in a row or packed', async () => {
  const ana = ownStream('ana');
  const done = {
    '2026-11-22': 'A-1',
    '2026-11-20': 'a 2',
    '2026-11-09': 'A-3',
    '2026-11-01': 'A-4',
  };
  for (const [day, reference] of Object.entries(done)) logDone(ana, day, { reference });
  logDone(ana, '2026-10-01', { reference: 'A-5', completedAtMs: null });
  logDone(ana, '2026-11-21', { reference: 'A-6', deleted: true });
  logDone(ana, '2026-11-21', { reference: '' });
  await applyChanges(db, ana.source, ana.changes, NOW_MS);
  const known = [...(await heldReferences(NOW_MS))].toSorted();
  expect(known).toEqual(['A-1', 'a 2', 'A-3', 'A-5'].map(referenceKey).toSorted());
});
