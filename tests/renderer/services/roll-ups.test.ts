import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { installBridge } from '../../../renderer/bridge.ts';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { currentProjection } from '../../../renderer/data/current.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { openEntries } from '../../../renderer/data/deliverables.ts';
import { Projection, projectionName } from '../../../renderer/data/projection.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { SCHEMA } from '../../../renderer/data/schema.ts';
import { giveCalendar } from '../../../renderer/services/calendars.ts';
import { closeSession } from '../../../renderer/services/open-session.ts';
import { save } from '../../../renderer/services/save.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { frozenProjection } from '../data/frozen.ts';
import type { Desk } from './desks.ts';
import { NOW_MS, doneEdit, edit, invited, managerDesk, must, sitDown } from './desks.ts';

const HOUR_MS = 3_600_000;
const ALL_DAYS = { fromDay: '0001-01-01', toDay: '9999-12-31' };

const promise = (minutes: number) =>
  edit('team', 'outcome', 'uploads', {
    name: 'Uploads',
    sla: [{ to: 'completed', minutes, fromDay: '0001-01-01' }],
  });

/** Kept and missed promises of everybody. */
async function kept(): Promise<readonly [met: number, missed: number]> {
  const rows = await dayRows(ALL_DAYS);
  return rows.reduce<readonly [number, number]>(
    ([met, missed], { totals }) => [met + totals.completedMet, missed + totals.completedMissed],
    [0, 0],
  );
}

const logOne = async (memberId: string): Promise<unknown> =>
  must(await save([doneEdit(memberId, 'one', { requestedAtMs: NOW_MS - HOUR_MS })]));

/** The edits reach the journal and the database, and there it ends: nothing else is done about them. */
async function savedWithoutMore(desk: Desk, edits: Parameters<typeof save>[0]): Promise<void> {
  const { entry, memberId } = desk;
  const asked = { workspace: entry.id, memberId, edits: [...edits] };
  const { appended } = must(await desk.computer.bridge.append(asked));
  const keyId = entry.seats[0]?.keyId ?? '';
  for (const { changes, ...stream } of appended) {
    const source = { ...stream, memberId, keyId, isOwn: true };
    await applyChanges(currentProjection(), source, changes, NOW_MS);
  }
}

test('a promise that is saved is read into what was logged before', async () => {
  const desk = await managerDesk();
  await logOne(desk.memberId);
  must(await save([promise(600)]));
  await expect.poll(kept).toEqual([1, 0]);
  must(await save([promise(1)]));
  await expect.poll(kept).toEqual([0, 1]);
  expect(await areTermsStale(currentProjection())).toBe(false);
});

test('another calendar, chosen today, moves nothing that was done before, and counts from today', async () => {
  const desk = await managerDesk();
  const hours = (id: string, fromMinute: number, toMinute: number) =>
    edit('team', 'calendar', id, {
      name: id,
      versions: [
        {
          fromDay: '0001-01-01',
          timeZone: 'Europe/Lisbon',
          shifts: [2, 3].map((weekday) => ({ weekday, fromMinute, toMinute })),
          holidays: [],
        },
      ],
    });
  // Three hours, from eight to eleven: within the promise while hardly any of them is worked.
  const workedThrough = (id: string, endMs: number, day: string) =>
    doneEdit(desk.memberId, id, { requestedAtMs: endMs - 3 * HOUR_MS, completedAtMs: endMs, day });
  const elevenMs = Date.parse('2026-11-18T11:00:00Z');
  must(
    await save([
      promise(60),
      hours('mornings', 8 * 60, 12 * 60),
      hours('evenings', 18 * 60, 22 * 60),
      edit('team', 'member', desk.memberId, { calendarId: 'mornings' }),
      workedThrough('yesterday', elevenMs - 24 * HOUR_MS, '2026-11-17'),
      workedThrough('today', elevenMs, '2026-11-18'),
    ]),
  );
  await expect.poll(kept).toEqual([0, 2]);
  const { memberById, calendarById } = await readPlan();
  const [member, evenings] = [memberById.get(desk.memberId), calendarById.get('evenings')];
  if (!member || !evenings) throw new Error('the plan was not read');
  const given = must(await giveCalendar(member, evenings));
  await expect.poll(kept).toEqual([1, 1]);
  must(await given.undo());
  await expect.poll(kept).toEqual([0, 2]);
});

test('a promise that arrives is read into the log of its worker', async () => {
  const manager = await managerDesk();
  const ana = await invited(manager);
  await sitDown(ana);
  await logOne('ana');
  expect(await kept()).toEqual([0, 0]);
  await sitDown(manager);
  must(await save([promise(600)]));
  must(await sendNow());
  await sitDown(ana);
  must(await pullNow());
  expect(await kept()).toEqual([1, 0]);
});

test('what a crash left unmeasured is measured at the next start', async () => {
  const desk = await managerDesk();
  await logOne(desk.memberId);
  await expect.poll(() => areTermsStale(currentProjection())).toBe(false);
  await savedWithoutMore(desk, [promise(600)]);
  expect(await kept()).toEqual([0, 0]);
  expect(await areTermsStale(currentProjection())).toBe(true);
  closeSession();
  await sitDown(desk);
  expect(await kept()).toEqual([1, 0]);
});

test('the database of an earlier version is rebuilt from the streams, and no figure of it is left', async () => {
  const desk = await managerDesk();
  must(await save([promise(600)]));
  await logOne(desk.memberId);
  const open = { title: 'Open', requestedAtMs: NOW_MS };
  must(await save([edit(memberAudience(desk.memberId), 'deliverable', '202611-two', open)]));
  closeSession();
  installBridge(desk.computer.bridge);
  const name = projectionName(desk.entry.id);
  await Dexie.delete(name);
  const past = new Projection(name, SCHEMA.slice(0, 1));
  for (const [table, records] of Object.entries(await frozenProjection(1))) {
    await past.table(table).bulkPut([...records]);
  }
  past.close();
  await sitDown(desk);
  // Open work counts on the day on which it arrived, in a cell without a completion.
  const rows = await dayRows(ALL_DAYS);
  const { memberId } = desk;
  expect(rows.toSorted((a, b) => a.outcomeId.localeCompare(b.outcomeId))).toMatchObject([
    { memberId, outcomeId: '', totals: { arrivedCount: 1, count: 0, completedMet: 0 } },
    { memberId, outcomeId: 'uploads', totals: { arrivedCount: 1, count: 1, completedMet: 1 } },
  ]);
  expect(await openEntries()).toMatchObject([{ title: 'Open' }]);
});
