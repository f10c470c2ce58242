import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { findEntries } from '../../../renderer/data/deliverables.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { logDone, noonMs } from './entries.ts';
import { TestStream, ownStream } from './streams.ts';

const HOUR_MS = 3_600_000;
const TUESDAY = '2026-11-17';
/** Thursday: two working days after what was asked for on Tuesday. */
const NOW_MS = noonMs('2026-11-19');

let db: Projection;

beforeEach(async () => {
  db = await openProjection('find-late');
  const team = new TestStream({ audience: 'team', memberId: 'boss', isOwn: true });
  const promised = { name: 'Tickets', sla: [{ to: 'completed', minutes: 60 }] };
  team.add(1, { type: 'outcome', id: 'tickets', fields: promised });
  team.add(1, { type: 'member', id: 'ana', fields: { name: 'Ana', timeZone: 'UTC' } });
  await applyChanges(db, team.source, team.changes, NOW_MS);
  const ana = ownStream('ana');
  const asked = noonMs(TUESDAY);
  const work = { outcomeId: 'tickets', requestedAtMs: asked };
  logDone(ana, TUESDAY, { ...work, title: 'in time', completedAtMs: asked + HOUR_MS / 2 });
  logDone(ana, TUESDAY, { ...work, title: 'missed', completedAtMs: asked + 4 * HOUR_MS });
  logDone(ana, TUESDAY, { title: 'not promised', requestedAtMs: asked });
  logDone(ana, TUESDAY, { ...work, title: 'overdue', completedAtMs: null });
  logDone(ana, TUESDAY, { ...work, title: 'running', completedAtMs: null, requestedAtMs: NOW_MS });
  await applyChanges(db, ana.source, ana.changes, NOW_MS);
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

test('broken promises and those late by now are found, kept and running ones are not', async () => {
  const { entries } = await findEntries({ lateAtMs: NOW_MS }, 10);
  expect(entries.map(({ title }) => title).toSorted()).toEqual(['missed', 'overdue']);
});

test('of completed work alone it is what was missed', async () => {
  const { entries } = await findEntries({ lateAtMs: NOW_MS, stage: 'completed' }, 10);
  expect(entries.map(({ title }) => title)).toEqual(['missed']);
});
