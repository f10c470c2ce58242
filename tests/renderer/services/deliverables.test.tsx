import '../support/window-outlog.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBlock, stageOf } from '#shared/deliverables/deliverable';
import { memberAudience } from '#shared/stream/change';
import type { Entry } from '../../../renderer/data/deliverables.ts';
import { entriesOfDay, openEntries, readEntry } from '../../../renderer/data/deliverables.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { writesOf } from '../../../renderer/data/writes.ts';
import {
  blockWork,
  completeWork,
  deleteEntry,
  editEntry,
  logEntry,
  reopenWork,
  requestWork,
  startWork,
  unblockWork,
} from '../../../renderer/services/deliverables.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { ANA, NIGHT_SHIFTS, REPLIES, UPLOADS, openAssistant } from '../support/open-assistant.tsx';
import type { AssistantDesk } from '../support/open-assistant.tsx';
import { must } from '../support/open-manager.tsx';

const HOUR_MS = 3_600_000;
const TODAY = '2026-11-18';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

async function entry(id: string): Promise<Entry> {
  const found = await readEntry(memberAudience(ANA), id);
  if (!found) throw new Error('no such entry');
  return found;
}
const totals = async () => await dayRows({ fromDay: TODAY, toDay: TODAY, memberIds: [ANA] });

describe('a piece of work', () => {
  test('lives from request to completion, and back', async () => {
    const { id } = await requestWork(desk.worker, {
      outcomeId: UPLOADS,
      title: 'Spring catalogue',
    });
    expect(stageOf(await entry(id))).toBe('requested');
    desk.advance(HOUR_MS);
    must(await startWork(await entry(id)));
    expect(stageOf(await entry(id))).toBe('started');
    desk.advance(HOUR_MS);
    must(await blockWork(await entry(id), { on: 'client', reason: ' the price list ' }));
    expect(openBlock(await entry(id))).toMatchObject({ on: 'client', reason: 'the price list' });
    desk.advance(2 * HOUR_MS);
    must(await unblockWork(await entry(id)));
    const [block] = (await entry(id)).blocks;
    expect((block?.toMs ?? 0) - (block?.fromMs ?? 0)).toBe(2 * HOUR_MS);
    must(await completeWork(desk.worker, await entry(id), { quantity: 14, errors: 1 }));
    expect(await entry(id)).toMatchObject({ quantity: 14, errors: 1, day: TODAY });
    expect(await totals()).toMatchObject([
      { outcomeId: UPLOADS, totals: { quantity: 14, errors: 1, turnaroundMs: [4 * HOUR_MS] } },
    ]);
    must(await reopenWork(await entry(id)));
    expect(await entry(id)).toMatchObject({ completedAtMs: null, reopenedCount: 1 });
    // That it was answered stays true.
    const answered = { count: 0, quantity: 0, turnaroundMs: [], responseWorkMs: [HOUR_MS] };
    expect(await totals()).toMatchObject([{ totals: answered }]);
  });

  test('that is finished while it waits, waits no longer', async () => {
    const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS });
    must(await blockWork(await entry(id), { on: 'system', reason: 'the shop is down' }));
    desk.advance(HOUR_MS);
    must(await completeWork(desk.worker, await entry(id), {}));
    expect((await entry(id)).blocks).toMatchObject([{ toMs: expect.any(Number) as number }]);
  });

  test.each([
    ['start', startWork],
    ['delete', deleteEntry],
    ['block', async (work: Entry) => await blockWork(work, { on: 'self', reason: 'why' })],
  ])('%s is undone to exactly what it was', async (_, act) => {
    const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots' });
    const before = await entry(id);
    must(await act(before));
    must(await undoLast());
    const after = await entry(id);
    const { stages, isDeleted } = { stages: stageOf(after), isDeleted: after.isDeleted };
    expect([stages, isDeleted]).toEqual([stageOf(before), false]);
    expect(await openEntries(ANA)).toMatchObject([{ id, title: 'Boots', blocks: [] }]);
  });
});

describe('a log entry', () => {
  test('counts for the member’s own day, wherever the clock is elsewhere', async () => {
    // 02:00 on Thursday in Manila; still Wednesday in London.
    desk.advance(11 * HOUR_MS);
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 3 });
    expect(await entriesOfDay(ANA, '2026-11-19')).toMatchObject([{ quantity: 3 }]);
    expect(await entriesOfDay(ANA, TODAY)).toEqual([]);
  });

  test('counts for the client’s own day, too, where that is another', async () => {
    // 02:00 on Thursday in Manila is 18:00 on Wednesday in London.
    desk.advance(11 * HOUR_MS);
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 3, client: 'Acme Ltd' });
    expect(await entriesOfDay(ANA, '2026-11-19')).toMatchObject([{ clientDay: TODAY }]);
    await logEntry(desk.worker, { outcomeId: UPLOADS, client: 'Acme Ltd', day: TODAY });
    expect(await entriesOfDay(ANA, TODAY)).toMatchObject([{ clientDay: '2026-11-17' }]);
  });

  test('of a shift past midnight counts for the day on which the shift began', async () => {
    await desk.hears(NIGHT_SHIFTS);
    // 02:00 on Thursday in Manila, in the shift that began on Wednesday at 21:00.
    desk.advance(11 * HOUR_MS);
    const worker = await desk.worksAs();
    await logEntry(worker, { outcomeId: UPLOADS, quantity: 3, client: 'Acme Ltd' });
    const [logged] = await entriesOfDay(ANA, TODAY);
    expect(logged).toMatchObject({ quantity: 3, day: TODAY, clientDay: TODAY });
    expect(await entriesOfDay(ANA, '2026-11-19')).toEqual([]);
  });

  test('taken up again and completed on another day leaves the client’s day of the first time', async () => {
    desk.advance(11 * HOUR_MS);
    const { id } = await logEntry(desk.worker, { outcomeId: UPLOADS, client: 'Acme Ltd' });
    expect(await entry(id)).toMatchObject({ day: '2026-11-19', clientDay: TODAY });
    must(await reopenWork(await entry(id)));
    // 15:00 on Thursday in Manila is Thursday in London.
    desk.advance(13 * HOUR_MS);
    must(await completeWork(desk.worker, await entry(id), {}));
    expect(await entry(id)).toMatchObject({ day: '2026-11-19', clientDay: '2026-11-19' });
  });

  test('edited moves its figures, keeps its history, and is undone', async () => {
    const { id } = await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, note: 'a' });
    must(
      (await editEntry(await entry(id), { outcomeId: REPLIES, quantity: 5 })) ?? {
        ok: true,
        value: null,
      },
    );
    expect(await totals()).toMatchObject([{ outcomeId: REPLIES, totals: { quantity: 5 } }]);
    const writes = await writesOf(memberAudience(ANA), 'deliverable', id);
    expect(writes.filter(({ field }) => field === 'quantity')).toMatchObject([
      { value: 12, memberId: ANA, isCurrent: false },
      { value: 5, memberId: ANA, isCurrent: true },
    ]);
    must(await undoLast());
    expect(await totals()).toMatchObject([{ outcomeId: UPLOADS, totals: { quantity: 12 } }]);
    expect(await editEntry(await entry(id), { quantity: 12, note: 'a' })).toBeNull();
  });

  test('deleted leaves the totals, and comes back with undo', async () => {
    const { id } = await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12 });
    must(await deleteEntry(await entry(id)));
    expect(await totals()).toEqual([]);
    must(await undoLast());
    expect(await totals()).toMatchObject([{ totals: { quantity: 12 } }]);
  });

  test('is there again when the database was lost', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, note: 'kept' });
    await desk.reopen({ losesDatabase: true });
    expect(await entriesOfDay(ANA, TODAY)).toMatchObject([{ quantity: 12, note: 'kept' }]);
  });
});
