import '../support/window-outlog.ts';
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { sumTotals } from '#shared/metrics/sum-totals';
import { entriesOfDay } from '../../../renderer/data/deliverables.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { logEntry, newEntryEdit } from '../../../renderer/services/deliverables.ts';
import { useSession } from '../../../renderer/state/session.ts';
import { ANA, UPLOADS, openAssistant } from '../support/open-assistant.tsx';
import type { AssistantDesk } from '../support/open-assistant.tsx';

const TODAY = '2026-11-18';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const entryEdit = (quantity: number): Edit =>
  newEntryEdit(desk.worker, {
    outcomeId: UPLOADS,
    quantity,
    completedAtMs: Date.parse(`${TODAY}T06:00:00Z`),
  });

/** What the quick-log window does: into the journal, then a word to the main window. */
async function writeElsewhere(quantity: number): Promise<void> {
  const appended = await desk.computer.bridge.append({
    workspace: desk.workspace.id,
    memberId: ANA,
    edits: [entryEdit(quantity)],
  });
  expect(appended.ok).toBe(true);
  await catchUp();
}

const quantities = async (): Promise<readonly number[]> =>
  (await entriesOfDay(ANA, TODAY)).map(({ quantity }) => quantity).toSorted((a, b) => a - b);

async function rolledUp(): Promise<number> {
  const rows = await dayRows({ fromDay: TODAY, toDay: TODAY, memberIds: [ANA] });
  return sumTotals(rows.map(({ totals }) => totals)).quantity;
}

test('what two windows write at once is there once, in lists and in sums', async () => {
  const writes = Array.from({ length: 24 }, (_, at) => at + 1);
  await Promise.all(
    writes.map(async (quantity) => {
      if (quantity % 3 === 0) await writeElsewhere(quantity);
      else await logEntry(desk.worker, { outcomeId: UPLOADS, quantity });
    }),
  );
  await catchUp();
  const sum = writes.reduce((all, each) => all + each, 0);
  await waitFor(async () => expect(await quantities()).toEqual(writes));
  expect(await rolledUp()).toBe(sum);
  // The journal says the same to a database that knows nothing of it.
  await desk.reopen({ losesDatabase: true });
  await waitFor(async () => expect(await quantities()).toEqual(writes));
  expect(await rolledUp()).toBe(sum);
});

test('what was written while no window was open is there at the next start', async () => {
  await desk.computer.bridge.append({
    workspace: desk.workspace.id,
    memberId: ANA,
    edits: [entryEdit(12)],
  });
  expect(await quantities()).toEqual([]);
  await desk.reopen();
  await waitFor(async () => expect(await quantities()).toEqual([12]));
  expect(await rolledUp()).toBe(12);
});

test('a page beside the main window leaves the database as it is', async () => {
  useSession.setState({ isReader: true });
  const { saved } = await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 7 });
  expect(saved.ok).toBe(true);
  expect(await quantities()).toEqual([]);
  useSession.setState({ isReader: false });
  await catchUp();
  await waitFor(async () => expect(await quantities()).toEqual([7]));
});
