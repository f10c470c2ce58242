import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { linkedDeliverables, refKey } from '../../../renderer/data/linked-deliverables.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { sopFacts } from '../../../renderer/data/sop-facts.ts';
import { whoCanRun } from '../../../renderer/data/who-can-run.ts';
import type { Json } from '#shared/json';
import { memberAudience } from '#shared/stream/change';
import { logDone, noonMs } from './entries.ts';
import type { TestStream } from './streams.ts';
import { ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');

let db: Projection;
let ana: TestStream;
let ben: TestStream;

beforeEach(async () => {
  db = await openProjection('sop-facts');
  [ana, ben] = [ownStream('ana'), ownStream('ben')];
});
afterEach(async () => {
  closeProjection();
  await db.delete();
});

const apply = async (): Promise<void> => {
  for (const { source, changes } of [ana, ben]) await applyChanges(db, source, changes, NOW_MS);
};

const ran = (stream: TestStream, id: string, fields: Readonly<Record<string, Json>>): void =>
  void stream.add(NOW_MS, {
    type: 'run',
    id,
    fields: {
      sopId: 'sop',
      versionId: 'sop.v1',
      day: '2026-11-20',
      startedAtMs: NOW_MS,
      ...fields,
    },
  });

describe('the facts of an SOP', () => {
  test('hold its runs with their outputs, however long ago those were packed away', async () => {
    const old = logDone(ana, '2024-03-05', { quantity: 7, errors: 2 });
    const recent = logDone(ana, '2026-11-21', { quantity: 3 });
    const other = logDone(ben, '2024-03-05', { quantity: 9 });
    ran(ana, 'r1', { deliverableId: old, finishedAtMs: NOW_MS });
    ran(ana, 'r2', { deliverableId: recent });
    ran(ben, 'r3', { deliverableId: other });
    ran(ben, 'r4', { deliverableId: '202403-nowhere' });
    ran(ben, 'r5', {});
    ran(ben, 'r6', { deleted: true });
    ran(ben, 'r7', { sopId: 'another' });
    await apply();
    // The old ones have no row of their own any more.
    expect(await db.deliverables.toCollection().primaryKeys()).not.toContain(`m-ana|${old}`);
    const facts = await sopFacts('sop', []);
    expect(
      Object.fromEntries(facts.map(({ run, deliverable }) => [run.id, deliverable?.quantity])),
    ).toEqual({ r1: 7, r2: 3, r3: 9, r4: undefined, r5: undefined });
  });

  test('hold what was answered before, oldest first', async () => {
    const answer = (value: number, atMs: number) => ({ 'answer.count': { value, atMs } });
    ran(ana, 'r1', answer(99, NOW_MS + 1_000));
    ana.add(NOW_MS, { type: 'run', id: 'r1', fields: answer(98, NOW_MS + 20_000) });
    ana.add(NOW_MS, { type: 'run', id: 'r1', fields: answer(12, NOW_MS + 50_000) });
    await apply();
    const [facts] = await sopFacts('sop', []);
    expect(facts?.answers.get('count')?.value).toBe(12);
    expect(facts?.earlier.get('count')?.map(({ value }) => value)).toEqual([99, 98]);
  });
});

test('the same work named by many runs is read once; unknown work is absent', async () => {
  const ids = Array.from({ length: 40 }, (_, at) =>
    logDone(ana, `2025-0${(at % 9) + 1}-10`, { quantity: at }),
  );
  await apply();
  const audience = memberAudience('ana');
  const refs = [...ids, ...ids, '202501-x'].map((id) => ({ audience, id }));
  const found = await linkedDeliverables(refs);
  expect(found.size).toBe(40);
  expect(ids.map((id) => found.get(refKey({ audience, id }))?.quantity)).toEqual(
    ids.map((_, at) => at),
  );
});

test('who can run an SOP is who finished it, not who began it', async () => {
  for (let at = 0; at < 30; at += 1) ran(ana, `r${at}`, at === 3 ? { finishedAtMs: NOW_MS } : {});
  ran(ben, 'b1', { abandonedAtMs: NOW_MS });
  ran(ben, 'b2', { finishedAtMs: NOW_MS, deleted: true });
  ran(ben, 'b3', { sopId: 'shared', finishedAtMs: NOW_MS });
  ran(ana, 'a3', { sopId: 'shared', finishedAtMs: NOW_MS });
  await apply();
  expect(Object.fromEntries(await whoCanRun(['sop', 'shared', 'never']))).toEqual({
    sop: { test: 'onePerson', memberId: 'ana' },
    shared: { test: 'passed', memberId: '' },
    never: { test: 'never', memberId: '' },
  });
});
