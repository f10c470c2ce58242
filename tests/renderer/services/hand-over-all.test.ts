import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { openEntries } from '../../../renderer/data/deliverables.ts';
import { handOverNotesOf, openPacksTo, packsFrom } from '../../../renderer/data/hand-overs.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { openRecurrences } from '../../../renderer/data/recurrences.ts';
import { saveAbsence } from '../../../renderer/services/absences.ts';
import { makeDueWork } from '../../../renderer/services/due-work.ts';
import { answerPack, saveHandOverNote } from '../../../renderer/services/handover-notes.ts';
import type { Handing } from '../../../renderer/services/handover-reassign.ts';
import { handOverAll } from '../../../renderer/services/handover-reassign.ts';
import { save } from '../../../renderer/services/save.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { memberClock } from '../../../renderer/services/work-clocks.ts';
import type { Desk } from './desks.ts';
import { NOW_MS, edit, invited, managerDesk, must, sitDown } from './desks.ts';

/** Sends what this desk wrote, takes the other, and reads what has arrived there. */
async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
}

const ofBen = (type: string, id: string, fields: Edit['fields']): Edit =>
  edit(memberAudience('ben'), type, id, fields);

/** Ben has an outcome, a piece of work and something that comes every day; Ana sits at her own computer. */
async function team(): Promise<{ readonly manager: Desk; readonly ana: Desk }> {
  const manager = await managerDesk();
  const ana = await invited(manager);
  must(
    await save([
      edit('team', 'member', 'ben', { name: 'Ben', timeZone: 'Asia/Manila' }),
      edit('team', 'outcome', 'prices', { name: 'Prices', ownerId: 'ben', memberIds: ['ben'] }),
      ofBen('deliverable', '202611-sheet', {
        outcomeId: 'prices',
        title: 'Sheet 3',
        requestedAtMs: NOW_MS - 3_600_000,
        zone: 'Asia/Manila',
      }),
      ofBen('recurrence', 'check', {
        outcomeId: 'prices',
        title: 'Check the prices',
        quantity: 1,
        rule: 'FREQ=DAILY',
        startsOn: '2026-11-01',
        atMinute: 0,
        zone: 'Asia/Manila',
        dayOff: 'keep',
        sinceMs: 0,
      }),
    ]),
  );
  return { manager, ana };
}

const ben = async () => {
  const member = (await readPlan()).memberById.get('ben');
  if (!member) throw new Error('Ben is in the plan');
  return member;
};

const ALL: readonly Handing[] = [
  { kind: 'outcome', id: 'prices', title: 'Prices', toId: 'ana' },
  { kind: 'work', id: '202611-sheet', title: 'Sheet 3', toId: 'ana' },
  { kind: 'recurring', id: 'check', title: 'Check the prices', toId: 'ana' },
];

async function whose(): Promise<unknown> {
  const outcome = (await readPlan()).outcomeById.get('prices');
  return {
    owner: outcome?.ownerId,
    members: outcome?.memberIds,
    work: (await openEntries()).filter(({ isMoved }) => !isMoved).map(({ memberId }) => memberId),
    recurring: (await openRecurrences()).map(({ memberId }) => memberId),
  };
}

const BENS = { owner: 'ben', members: ['ben'], work: ['ben'], recurring: ['ben'] };
const ANAS = { owner: 'ana', members: ['ana'], work: ['ana'], recurring: ['ana'] };

test('all of a member’s place changes hands at once, and one undo takes it back', async () => {
  await team();
  expect(await whose()).toEqual(BENS);
  must(await handOverAll(await ben(), ALL, 'Ask me on Monday'));
  expect(await whose()).toEqual(ANAS);
  expect(await packsFrom('ben')).toMatchObject([{ toId: 'ana', note: 'Ask me on Monday' }]);
  must(await undoLast());
  expect(await whose()).toEqual(BENS);
  expect(await packsFrom('ben')).toEqual([]);
});

test('the receiver confirms some and declines the rest with a reason, and the manager reads both', async () => {
  const { manager, ana } = await team();
  must(await handOverAll(await ben(), ALL, ''));
  await walkTo(ana);
  const [pack] = await openPacksTo('ana');
  if (!pack) throw new Error('Ana was given something');
  expect(pack.items.map(({ title }) => title)).toEqual(['Prices', 'Sheet 3', 'Check the prices']);
  const [outcome = '', ...others] = pack.items.map(({ key }) => key);
  must(await answerPack(pack, others, 'confirmed', ''));
  must(await answerPack(pack, [outcome], 'declined', ' No time '));
  expect(await openPacksTo('ana')).toEqual([]);
  await walkTo(manager);
  const [given] = await packsFrom('ben');
  expect(given?.items.map(({ reply }) => [reply?.verdict, reply?.reason])).toEqual([
    ['declined', 'No time'],
    ['confirmed', ''],
    ['confirmed', ''],
  ]);
});

test('nothing that is not theirs any more changes hands', async () => {
  await team();
  must(await handOverAll(await ben(), ALL, ''));
  const again = await handOverAll(await ben(), ALL, '');
  expect(again).toMatchObject({ ok: false, error: { code: 'answered-already' } });
});

test('what a manager notes for the next one reaches nobody else’s log', async () => {
  const { ana } = await team();
  must(await saveHandOverNote('ben', 'prices', 'The buyer answers on Tuesdays. '));
  expect((await handOverNotesOf('ben')).get('prices')?.text).toBe('The buyer answers on Tuesdays.');
  await walkTo(ana);
  expect((await handOverNotesOf('ben')).size).toBe(0);
});

test('during leave recurring work is made by whoever stands in, for the one who is away', async () => {
  const { ana } = await team();
  const today = '2026-11-18';
  const draft = {
    memberId: 'ben',
    fromDay: today,
    toDay: today,
    standInId: 'ana',
    standInByOutcome: new Map<string, string>(),
    note: '',
  };
  const before = memberClock(await ben(), (await readPlan()).calendarById);
  const [fromMs, toMs] = [Date.parse('2026-11-17T16:00Z'), Date.parse('2026-11-18T16:00Z')];
  expect(before.between(fromMs, toMs)).toBeGreaterThan(0);
  must(await saveAbsence(draft, undefined, 'Ben'));
  // The day is none of his working days; the one before is as it was.
  const away = memberClock(await ben(), (await readPlan()).calendarById);
  expect(away.between(fromMs, toMs)).toBe(0);
  expect(away.between(fromMs - 86_400_000, fromMs)).toBe(
    before.between(fromMs - 86_400_000, fromMs),
  );
  await walkTo(ana);
  // What came from the manager may have had it made already.
  must(await makeDueWork());
  expect(await openEntries('ana')).toMatchObject([
    { title: 'Check the prices', standInForId: 'ben', occurrence: `${today}T00:00` },
  ]);
  expect(must(await makeDueWork())).toBe(0);
});
