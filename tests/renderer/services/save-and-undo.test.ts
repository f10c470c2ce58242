import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from '../../../renderer/data/current.ts';
import { historyOf, readEntry } from '../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { readRun } from '../../../renderer/data/runs.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { openSession } from '../../../renderer/services/open-session.ts';
import { save, saveUndoable } from '../../../renderer/services/save.ts';
import { undoLast, useUndoStack } from '../../../renderer/services/undo.ts';
import type { Desk } from './desks.ts';
import { doneEdit, edit, managerDesk, must } from './desks.ts';

const AUDIENCE = memberAudience('ana');
const DAY = { fromDay: '2026-11-18', toDay: '2026-11-18' };

let desk: Desk;

beforeEach(async () => {
  desk = await managerDesk();
});

const totalsOf = async () =>
  (await dayRows(DAY)).map(({ outcomeId, totals }) => [outcomeId, totals.count, totals.quantity]);

test('what is saved shows at once, and the journal has it', async () => {
  must(await save([doneEdit('ana', 'a', { quantity: 12 })]));
  expect(await readEntry(AUDIENCE, '202611-a')).toMatchObject({ quantity: 12, ownSeq: 2 });
  expect(await totalsOf()).toEqual([['uploads', 1, 12]]);
  const heads = must(await desk.computer.engine.heads(desk.entry.id));
  expect(heads.find(({ audience }) => audience === AUDIENCE)?.seq).toBe(2);
});

test('what the main process refuses changes nothing', async () => {
  const refused = await save([
    edit(AUDIENCE, 'deliverable', '202611-a', { note: 'x'.repeat(70_000) }),
  ]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'change-too-large' } });
  expect(await readEntry(AUDIENCE, '202611-a')).toBeUndefined();
});

test('many saves at once all arrive, in the order of the journal', async () => {
  const ids = Array.from({ length: 30 }, (_, at) => `p${at}`);
  const saved = await Promise.all(ids.map(async (id) => await save([doneEdit('ana', id)])));
  expect(saved.every(({ ok }) => ok)).toBe(true);
  expect(await totalsOf()).toEqual([['uploads', 30, 30]]);
  const cursor = (await currentProjection().cursors.toArray()).find(
    (each) => each.audience === AUDIENCE,
  );
  expect(cursor?.seq).toBe(31);
});

describe('a change of seats meanwhile', () => {
  test('leaves what is being saved with whom it belongs to, and nothing to take back', async () => {
    const { entry, memberId } = desk;
    const other = { name: 'Other', memberName: 'Mara', timeZone: 'Europe/Lisbon' };
    const elsewhere = must(await desk.computer.bridge.createWorkspace(other));
    const saving = saveUndoable('Logged', [doneEdit('ana', 'a')]);
    must(await openSession(elsewhere, elsewhere.seats[0]?.memberId ?? ''));
    must(await saving);
    expect(useUndoStack.getState().stack).toEqual([]);
    must(await openSession(entry, memberId));
    must(await catchUp());
    expect(await readEntry(AUDIENCE, '202611-a')).toMatchObject({ isDeleted: false });
  });
});

describe('taking back', () => {
  test('an edit restores the old values, as an edit of its own', async () => {
    must(await save([doneEdit('ana', 'a', { quantity: 12 })]));
    must(await saveUndoable('Edited', [doneEdit('ana', 'a', { quantity: 15, errors: 1 })]));
    expect(await totalsOf()).toEqual([['uploads', 1, 15]]);
    expect(must(await undoLast())).toEqual({ label: 'Edited' });
    expect(await readEntry(AUDIENCE, '202611-a')).toMatchObject({ quantity: 12, errors: null });
    expect(await totalsOf()).toEqual([['uploads', 1, 12]]);
    const past = (await historyOf(AUDIENCE, 'deliverable', '202611-a')).filter(
      ({ field }) => field === 'quantity',
    );
    expect(past.map(({ value }) => value)).toEqual([12, 15]);
  });

  test('something new deletes it, and its totals go', async () => {
    const { undo } = must(await saveUndoable('Logged', [doneEdit('ana', 'a')]));
    must(await undo());
    expect(await readEntry(AUDIENCE, '202611-a')).toMatchObject({ isDeleted: true });
    expect(await totalsOf()).toEqual([]);
  });

  test('a deletion brings it back', async () => {
    must(await save([doneEdit('ana', 'a', { quantity: 3 })]));
    must(
      await saveUndoable('Deleted', [edit(AUDIENCE, 'deliverable', '202611-a', { deleted: true })]),
    );
    expect(await totalsOf()).toEqual([]);
    must(await undoLast());
    expect(await totalsOf()).toEqual([['uploads', 1, 3]]);
  });

  test('keeps what somebody has said since', async () => {
    must(await save([doneEdit('ana', 'a', { quantity: 1, note: 'old' })]));
    const { undo } = must(
      await saveUndoable('Edited', [doneEdit('ana', 'a', { quantity: 2, note: 'mine' })]),
    );
    must(await save([edit(AUDIENCE, 'deliverable', '202611-a', { note: 'newer' })]));
    must(await undo());
    expect(await readEntry(AUDIENCE, '202611-a')).toMatchObject({ quantity: 1, note: 'newer' });
  });

  describe('what a run was told', () => {
    const runIs = async () => await readRun(AUDIENCE, 'r1');

    beforeEach(async () => {
      must(await save([edit(AUDIENCE, 'run', 'r1', { startedAtMs: 1, versionId: 'v' })]));
      must(
        await saveUndoable('Answered', [
          edit(AUDIENCE, 'run', 'r1', { 'answer.a': { value: 7, atMs: 2 } }),
        ]),
      );
    });

    test.each(['finishedAtMs', 'abandonedAtMs', 'handedAtMs'])(
      'is refused where it has ended since (%s), and is not offered again',
      async (end) => {
        must(await save([edit(AUDIENCE, 'run', 'r1', { [end]: 3 })]));
        expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'run-ended' } });
        expect((await runIs())?.answers.get('a')?.value).toBe(7);
        expect(useUndoStack.getState().stack).toEqual([]);
      },
    );

    test('and its end itself goes back, the answer after it', async () => {
      must(await saveUndoable('Finished', [edit(AUDIENCE, 'run', 'r1', { finishedAtMs: 3 })]));
      must(await undoLast());
      expect(await runIs()).toMatchObject({ finishedAtMs: null });
      must(await undoLast());
      expect((await runIs())?.answers.get('a')?.value ?? null).toBeNull();
    });

    test('but not an end that another device gave it again', async () => {
      must(await saveUndoable('Finished', [edit(AUDIENCE, 'run', 'r1', { finishedAtMs: 3 })]));
      must(await save([edit(AUDIENCE, 'run', 'r1', { finishedAtMs: 4 })]));
      expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'run-ended' } });
      expect(await runIs()).toMatchObject({ finishedAtMs: 4 });
    });
  });

  test('goes back step by step, and once a step', async () => {
    const first = must(
      await saveUndoable('First', [edit('team', 'client', 'c1', { name: 'One' })]),
    );
    must(await saveUndoable('Second', [edit('team', 'client', 'c1', { name: 'Two' })]));
    expect(useUndoStack.getState().stack.map(({ label }) => label)).toEqual(['First', 'Second']);
    must(await undoLast());
    expect((await readPlan()).clients).toMatchObject([{ name: 'One' }]);
    must(await undoLast());
    expect((await readPlan()).clients).toEqual([]);
    expect(must(await undoLast())).toBeNull();
    must(await first.undo());
    expect((await readPlan()).clients).toEqual([]);
  });

  test('several edits of one record in one go are one step', async () => {
    must(await save([edit('team', 'client', 'c1', { name: 'One', timeZone: 'UTC' })]));
    must(
      await saveUndoable('Both', [
        edit('team', 'client', 'c1', { name: 'Two' }),
        edit('team', 'client', 'c1', { name: 'Three', timeZone: 'Asia/Manila' }),
      ]),
    );
    must(await undoLast());
    expect((await readPlan()).clients).toMatchObject([{ name: 'One', timeZone: 'UTC' }]);
  });
});
