import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import type { RecurrenceDraft } from '#shared/deliverables/recurrence';
import { newRecurrence } from '#shared/deliverables/recurrence';
import type { Entry } from '../../../renderer/data/deliverables.ts';
import { openEntries } from '../../../renderer/data/deliverables.ts';
import { openRecurrences } from '../../../renderer/data/recurrences.ts';
import { reassignWork } from '../../../renderer/services/assign.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { deleteEntry, editEntry } from '../../../renderer/services/deliverables.ts';
import { makeDueWork } from '../../../renderer/services/due-work.ts';
import {
  addRecurrence,
  editRecurrence,
  endRecurrence,
  setPaused,
} from '../../../renderer/services/recurrences.ts';
import { acknowledge } from '../../../renderer/services/receipts.ts';
import { save } from '../../../renderer/services/save.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import type { Desk } from './desks.ts';
import { edit, invited, managerDesk, must, sitDown } from './desks.ts';

const at = (text: string): number => Date.parse(text);
/** Wednesday 18 November 2026, 18:30 in Manila: what the desks' clocks show. */
const DRAFT: RecurrenceDraft = {
  ...newRecurrence('2026-11-01', 'Europe/Rome'),
  outcomeId: 'uploads',
  title: 'Price check',
  dayOff: 'skip',
  calendarId: 'rome',
};
const ROME = {
  fromDay: '2026-01-01',
  timeZone: 'Europe/Rome',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 })),
  holidays: ['2026-11-20'],
};

/** Ana is at her desk; the manager gave her a price check for each working day in Rome at nine. */
async function team(
  draft: Partial<RecurrenceDraft> = {},
): Promise<{ readonly manager: Desk; readonly ana: Desk }> {
  onTestFinished(() => pinClock());
  const manager = await managerDesk();
  const ana = await invited(manager);
  must(
    await save([
      edit('team', 'member', 'ben', { name: 'Ben', timeZone: 'Europe/Rome' }),
      edit('team', 'calendar', 'rome', { name: 'Rome', versions: [ROME] }),
      edit('team', 'outcome', 'uploads', { name: 'Uploads', memberIds: ['ana'] }),
    ]),
  );
  must(await addRecurrence('ana', { ...DRAFT, ...draft }));
  expect(must(await makeDueWork())).toBe(0);
  await walkTo(ana);
  return { manager, ana };
}

async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
  must(await acknowledge());
}

async function madeAt(text: string): Promise<number> {
  pinClock(() => at(text));
  return must(await makeDueWork());
}

const works = async (): Promise<readonly Entry[]> => await openEntries('ana');
const occurrences = async () => (await works()).map(({ occurrence }) => occurrence);
async function only(): Promise<Entry> {
  const [work] = await works();
  if (!work) throw new Error('no work');
  return work;
}

test('a member’s own device makes work when its time has come, once, and the manager gets it', async () => {
  const { manager } = await team();
  expect(await madeAt('2026-11-19T07:59:59Z')).toBe(0);
  expect(await madeAt('2026-11-19T08:00:00Z')).toBe(1);
  expect(await madeAt('2026-11-19T12:00:00Z')).toBe(0);
  expect(await only()).toMatchObject({
    title: 'Price check',
    requestedAtMs: at('2026-11-19T08:00Z'),
    occurrence: '2026-11-19T09:00',
    assignedById: manager.memberId,
    zone: 'Asia/Manila',
    dueAtMs: null,
  });
  // The 20th is a holiday in Rome, the 21st and 22nd a weekend.
  expect(await madeAt('2026-11-23T08:00:00Z')).toBe(1);
  await walkTo(manager);
  expect(must(await makeDueWork())).toBe(0);
  expect(await occurrences()).toEqual(['2026-11-19T09:00', '2026-11-23T09:00']);
});

test('a rebuilt database makes nothing again', async () => {
  const { ana } = await team();
  await madeAt('2026-11-19T09:00Z');
  const { id } = await only();
  await sitDown({ ...ana, idb: new IDBFactory() });
  must(await catchUp());
  expect(must(await makeDueWork())).toBe(0);
  expect((await only()).id).toBe(id);
});

test('after weeks away the last fourteen days are made up for', async () => {
  await team({ calendarId: '', dayOff: 'keep', zone: 'Asia/Manila' });
  expect(await madeAt('2026-12-30T12:00:00Z')).toBe(14);
  expect((await occurrences())[0]).toBe('2026-12-17T09:00');
});

test('what a person edited, deleted or gave away stands', async () => {
  const { manager, ana } = await team({ calendarId: '', dayOff: 'keep', zone: 'Asia/Manila' });
  await madeAt('2026-11-21T12:00:00Z');
  const [first, second, third] = await works();
  if (!first || !second || !third) throw new Error('three were due');
  expect(await editEntry(first, { title: 'Price check, slowly' })).toMatchObject({ ok: true });
  must(await deleteEntry(second));
  await walkTo(manager);
  must(await reassignWork([third], 'ben'));
  await walkTo(ana);
  expect(must(await makeDueWork())).toBe(0);
  expect((await works()).map(({ title }) => title)).toEqual(['Price check, slowly']);
});

test('a pause leaves out what came meanwhile; an end leaves what has come', async () => {
  await team({ calendarId: '', dayOff: 'keep', zone: 'Asia/Manila' });
  const held = async () => {
    const [recurrence] = await openRecurrences('ana');
    if (!recurrence) throw new Error('no recurrence');
    return recurrence;
  };
  await madeAt('2026-11-19T12:00:00Z');
  must(await setPaused(await held(), true));
  expect(await madeAt('2026-11-21T12:00:00Z')).toBe(0);
  must(await setPaused(await held(), false));
  expect(await madeAt('2026-11-22T12:00:00Z')).toBe(1);
  must(await endRecurrence(await held()));
  expect(await openRecurrences('ana')).toEqual([]);
  expect(await madeAt('2026-11-25T12:00:00Z')).toBe(0);
  expect(await occurrences()).toEqual(['2026-11-19T09:00', '2026-11-22T09:00']);
});

test('another time of day holds from now on, and makes no day twice', async () => {
  await team({ calendarId: '', dayOff: 'keep', zone: 'Asia/Manila' });
  await madeAt('2026-11-19T02:00:00Z');
  const [recurrence] = await openRecurrences('ana');
  if (!recurrence) throw new Error('no recurrence');
  must(
    await editRecurrence(recurrence, {
      ...DRAFT,
      calendarId: '',
      dayOff: 'keep',
      zone: 'Asia/Manila',
      atMinute: 15 * 60,
    }),
  );
  expect(await madeAt('2026-11-19T08:00:00Z')).toBe(0);
  expect(await madeAt('2026-11-20T08:00:00Z')).toBe(1);
  expect(await occurrences()).toEqual(['2026-11-19T09:00', '2026-11-20T15:00']);
});

test('work is due so many working minutes after it came', async () => {
  await team({ due: 'minutes', dueMinutes: 600 });
  await madeAt('2026-11-19T08:00:00Z');
  // Ana’s office hours in Manila: 16:00 to 18:00, then 9:00 to 13:00 and 14:00 to 18:00 on Friday.
  expect((await only()).dueAtMs).toBe(at('2026-11-20T10:00Z'));
});

test('a rule that cannot be read, and an archived outcome, make nothing', async () => {
  await team();
  const audience = memberAudience('ana');
  must(
    await save([
      edit(audience, 'recurrence', 'odd', {
        outcomeId: 'uploads',
        title: 'Odd',
        rule: 'FREQ=SOMETIMES',
        startsOn: '2026-11-01',
      }),
      edit(audience, 'recurrence', 'old', {
        outcomeId: 'gone',
        rule: 'FREQ=DAILY',
        startsOn: '2026-11-01',
      }),
    ]),
  );
  expect(await madeAt('2026-11-19T08:00:00Z')).toBe(1);
});
