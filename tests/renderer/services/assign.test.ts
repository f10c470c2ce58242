import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { EMPTY_ASSIGNMENT } from '#shared/deliverables/assignment';
import { stageOf } from '#shared/deliverables/deliverable';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import type { Entry } from '../../../renderer/data/deliverables.ts';
import { findEntries, openEntries, readEntry } from '../../../renderer/data/deliverables.ts';
import { writesOf } from '../../../renderer/data/writes.ts';
import {
  assignWork,
  reassignWork,
  respondTo,
  setNeeds,
} from '../../../renderer/services/assign.ts';
import { editEntry, startWork } from '../../../renderer/services/deliverables.ts';
import { save } from '../../../renderer/services/save.ts';
import { settleMoves } from '../../../renderer/services/settle-moves.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { acceptAll, returnAll } from '../../../renderer/services/work-edits.ts';
import type { Desk } from './desks.ts';
import { NOW_MS, edit, invited, managerDesk, must, sitDown } from './desks.ts';

/** Sends what this desk wrote, takes the other, and reads what has arrived there. */
async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
}

/** A team of Ana, who works at her own computer, Ben, and Cleo, who left. */
async function team(): Promise<{ readonly manager: Desk; readonly ana: Desk }> {
  const manager = await managerDesk();
  const ana = await invited(manager);
  must(
    await save([
      edit('team', 'member', 'ben', { name: 'Ben', timeZone: 'Europe/Rome' }),
      edit('team', 'member', 'cleo', { name: 'Cleo', timeZone: 'Europe/Rome', gone: true }),
      edit('team', 'outcome', 'uploads', { name: 'Uploads', memberIds: ['ana', 'ben'] }),
    ]),
  );
  return { manager, ana };
}

const draft = (title: string) => ({ ...EMPTY_ASSIGNMENT, outcomeId: 'uploads', title });

async function given(title: string): Promise<string> {
  const { ids } = must(await assignWork({ memberId: 'ana' }, [draft(title)]));
  return ids[0] ?? '';
}

async function of(memberId: string, id: string): Promise<Entry> {
  const found = await readEntry(memberAudience(memberId), id);
  if (!found) throw new Error(`${memberId} has no ${id}`);
  return found;
}

/** Ana's own word on her work. */
const says = async (id: string, fields: Fields): Promise<unknown> =>
  must(await save([edit(memberAudience('ana'), 'deliverable', id, fields)]));

async function edited(work: Entry, values: Parameters<typeof editEntry>[1]): Promise<void> {
  expect(await editEntry(work, values)).toMatchObject({ ok: true });
}

const done = { completedAtMs: NOW_MS, day: '2026-11-18', zone: 'Asia/Manila' };

const openTitles = async (memberId: string): Promise<readonly string[]> =>
  (await openEntries(memberId)).map(({ title }) => title);

test('work that a manager gives out reaches its assistant, and its progress comes back', async () => {
  const { manager, ana } = await team();
  const dueAtMs = NOW_MS + 3_600_000;
  const drafts = [{ ...draft('Spring catalogue'), dueAtMs, quantity: 40 }, draft('Autumn')];
  const { ids } = must(await assignWork({ memberId: 'ana' }, drafts));
  await walkTo(ana);
  expect(await of('ana', ids[0] ?? '')).toMatchObject({
    title: 'Spring catalogue',
    quantity: 40,
    dueAtMs,
    requestedAtMs: NOW_MS,
    assignedById: manager.memberId,
    assignedAtMs: NOW_MS,
    zone: 'Asia/Manila',
  });
  must(await respondTo(await of('ana', ids[0] ?? '')));
  must(await startWork(await of('ana', ids[1] ?? '')));
  await walkTo(manager);
  expect(await of('ana', ids[0] ?? '')).toMatchObject({ respondedAtMs: NOW_MS });
  expect(stageOf(await of('ana', ids[1] ?? ''))).toBe('started');
});

test('what was given out at once is taken back at once', async () => {
  await team();
  must(await assignWork({ memberId: 'ana' }, [draft('a'), draft('b'), draft('c')]));
  expect(await openTitles('ana')).toHaveLength(3);
  must(await undoLast());
  expect(await openTitles('ana')).toEqual([]);
});

test('work is given to nobody who left or is not in the plan, and nothing is saved', async () => {
  await team();
  const id = await given('Spring');
  for (const [memberId, code] of [
    ['cleo', 'member-left'],
    ['nobody', 'member-unknown'],
  ] as const) {
    expect(await assignWork({ memberId }, [draft('x')])).toMatchObject({ error: { code } });
    const moved = await reassignWork([await of('ana', id)], memberId);
    expect(moved).toMatchObject({ error: { code } });
    expect(await openTitles(memberId)).toEqual([]);
  }
  expect(await openTitles('ana')).toEqual(['Spring']);
});

test('reassigned work is its new member’s, with all that was said of it', async () => {
  const { manager, ana } = await team();
  const [id, other] = [await given('Spring'), await given('Autumn')];
  await walkTo(ana);
  must(await startWork(await of('ana', id)));
  await says(id, { 'block.w1': { fromMs: NOW_MS, toMs: null, on: 'client', reason: 'prices' } });
  await walkTo(manager);
  const before = await of('ana', id);
  must(await setNeeds(before, [{ id: other, memberId: 'ana', title: 'Autumn', doneAtMs: null }]));
  const entries = [await of('ana', id), await of('ana', other)];
  expect(must(await reassignWork(entries, 'ben')).ids).toEqual([id, other]);
  expect(await of('ben', id)).toMatchObject({
    title: 'Spring',
    startedAtMs: before.startedAtMs,
    blocks: before.blocks,
    needs: [{ id: other }],
    zone: 'Europe/Rome',
    isMoved: false,
  });
  expect(await openTitles('ana')).toEqual([]);
  expect((await findEntries({})).total).toBe(2);
  await walkTo(ana);
  expect(await openTitles('ana')).toEqual([]);
  expect((await of('ana', id)).isMoved).toBe(true);
});

test('what its former member did before they knew of the move is not lost', async () => {
  const { manager, ana } = await team();
  const id = await given('Spring');
  await walkTo(ana);
  await sitDown(manager);
  must(await reassignWork([await of('ana', id)], 'ben'));
  await edited(await of('ben', id), { note: 'From Ben’s manager' });
  await sitDown(ana);
  await says(id, { startedAtMs: NOW_MS, note: 'Half done' });
  await walkTo(manager);
  must(await settleMoves());
  expect(await of('ben', id)).toMatchObject({ startedAtMs: NOW_MS });
  expect(must(await settleMoves())).toBe(0);
  await walkTo(ana);
  expect((await of('ana', id)).isMoved).toBe(true);
});

test('the history of moved work begins where it was before', async () => {
  await team();
  const id = await given('Spring');
  await edited(await of('ana', id), { title: 'Spring 2027' });
  must(await reassignWork([await of('ana', id)], 'ben'));
  const titles = (await writesOf(memberAudience('ben'), 'deliverable', id))
    .filter(({ field }) => field === 'title')
    .map(({ value }) => value);
  expect(titles).toEqual(['Spring', 'Spring 2027', 'Spring 2027']);
});

test('work that comes back is whole again, and what was cleared meanwhile stays cleared', async () => {
  await team();
  const id = await given('Spring');
  await edited(await of('ana', id), { dueAtMs: NOW_MS });
  must(await reassignWork([await of('ana', id)], 'ben'));
  await edited(await of('ben', id), { dueAtMs: null });
  must(await reassignWork([await of('ben', id)], 'ana'));
  expect(await of('ana', id)).toMatchObject({ isMoved: false, dueAtMs: null, title: 'Spring' });
  expect(await openTitles('ben')).toEqual([]);
  must(await undoLast());
  expect([await openTitles('ana'), await openTitles('ben')]).toEqual([[], ['Spring']]);
  must(await reassignWork([await of('ben', id)], 'ana'));
  expect([await openTitles('ana'), await openTitles('ben')]).toEqual([['Spring'], []]);
});

test('finished work is not moved', async () => {
  await team();
  const id = await given('Spring');
  await says(id, done);
  const moved = await reassignWork([await of('ana', id)], 'ben');
  expect(moved).toMatchObject({ error: { code: 'nothing-to-move' } });
});

test('returned work is open again for its reason, and accepted when it is done well', async () => {
  const { manager, ana } = await team();
  const id = await given('Spring');
  await walkTo(ana);
  await says(id, done);
  await walkTo(manager);
  must(await returnAll([await of('ana', id)], ' two prices are wrong '));
  await walkTo(ana);
  const returned = await of('ana', id);
  expect(stageOf(returned)).toBe('returned');
  expect(returned).toMatchObject({
    returnReason: 'two prices are wrong',
    reviewedById: manager.memberId,
    reopenedCount: 1,
  });
  await says(id, done);
  await walkTo(manager);
  must(await acceptAll([await of('ana', id)]));
  await walkTo(ana);
  expect(stageOf(await of('ana', id))).toBe('accepted');
});

test.each(['manager first', 'assistant first'])(
  'a manager’s edit and an assistant’s progress at the same time both survive, %s',
  async (first) => {
    const { manager, ana } = await team();
    const id = await given('Spring');
    await walkTo(ana);
    const known = await of('ana', id);
    const retitle = async () =>
      await edited(known, { title: 'Spring 2027', dueAtMs: NOW_MS + 60_000 });
    if (first === 'assistant first') {
      must(await startWork(known));
      await sitDown(manager);
      await retitle();
    } else {
      await sitDown(manager);
      await retitle();
      await sitDown(ana);
      must(await startWork(known));
    }
    const both = { title: 'Spring 2027', dueAtMs: NOW_MS + 60_000, startedAtMs: NOW_MS };
    await walkTo(first === 'assistant first' ? ana : manager);
    await walkTo(first === 'assistant first' ? manager : ana);
    await walkTo(first === 'assistant first' ? ana : manager);
    for (const desk of [ana, manager]) {
      await walkTo(desk);
      expect(await of('ana', id)).toMatchObject(both);
    }
    const titles = (await writesOf(memberAudience('ana'), 'deliverable', id))
      .filter(({ field }) => field === 'title')
      .map(({ value, memberId }) => [value, memberId]);
    expect(titles).toEqual([
      ['Spring', manager.memberId],
      ['Spring 2027', manager.memberId],
    ]);
  },
);

test('work that would wait for itself in a circle is refused with the way round', async () => {
  await team();
  const [a, b, c] = [await given('Scope'), await given('Draft'), await given('Proof')];
  const need = async (id: string, onId: string) => {
    const on = await of('ana', onId);
    const entry = await of('ana', id);
    const added = { id: onId, memberId: 'ana', title: on.title, doneAtMs: null };
    return await setNeeds(entry, [...entry.needs, added]);
  };
  must(await need(b, a));
  must(await need(c, b));
  expect(await need(a, c)).toMatchObject({
    error: { code: 'needs-circle', detail: { path: 'Scope → Proof → Draft → Scope' } },
  });
  expect((await of('ana', a)).needs).toEqual([]);
  must(await setNeeds(await of('ana', b), []));
  must(await need(a, c));
});
