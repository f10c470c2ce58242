import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { openTableDesk, check, prepare, run, undo } from './table-desk.tsx';
import type { TableDesk } from './table-desk.tsx';
import { dayIn } from '#shared/day';
import { quantile } from '#shared/metrics/rollup';
import type { ImportRequest } from '../../../../renderer/services/table-import/import-request.ts';
import { findEntries } from '../../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { dayRange, dayRows } from '../../../../renderer/data/rollups.ts';

const FILE = 'assets/samples/helpdesk-tickets.csv';
const HOUR_MS = 3_600_000;
/** Thousands of rows through a database that runs in the test's own thread. */
const LONG_MS = 60_000;

/** What the app shows of everything that was completed: read from its roll-ups. */
async function shownFacts() {
  const range = await dayRange();
  const rows = range ? await dayRows({ fromDay: range.first, toDay: range.last }) : [];
  const turnarounds = rows.flatMap(({ totals }) => totals.turnaroundMs).toSorted((a, b) => a - b);
  return {
    completed: rows.reduce((sum, { totals }) => sum + totals.count, 0),
    medianHours: Number(((quantile(turnarounds, 0.5) ?? 0) / HOUR_MS).toFixed(2)),
    completedReopened: rows.reduce((sum, { totals }) => sum + totals.reopenedCount, 0),
  };
}

/** The real tickets through the real reader, mapping, engine, journal and database. */
describe('importing the help desk tickets', { timeout: LONG_MS }, () => {
  let desk: TableDesk;
  let request: ImportRequest;

  beforeAll(async () => {
    desk = await openTableDesk();
    request = await prepare(desk, FILE);
  }, LONG_MS);
  afterAll(async () => {
    await desk.leave();
  }, LONG_MS);

  it('finds every row new, and 19 members and one outcome to make', async () => {
    const checked = await check(request);
    expect(checked).toMatchObject({
      newCount: 4_580,
      changedCount: 0,
      sameCount: 0,
      lostLines: [],
    });
    expect(checked.addedMembers).toHaveLength(19);
    expect(checked.addedOutcomes.map(({ name }) => name)).toEqual(['Helpdesk tickets']);
  });

  it('shows the facts that were computed elsewhere, in roll-ups and entries alike', async () => {
    const outcome = await run(request);
    expect(outcome).toEqual({ isCancelled: false, newCount: 4_580, changedCount: 0, sameCount: 0 });
    expect(request.draft.facts).toMatchObject({
      rowCount: 4_580,
      completedCount: 4_569,
      reopenedCount: 386,
      members: { length: 19 },
    });
    expect(((request.draft.facts.medianTurnaroundMs ?? 0) / HOUR_MS).toFixed(2)).toBe('159.79');

    const { importId } = request;
    expect((await findEntries({ importId }, 1)).total).toBe(4_580);
    expect((await findEntries({ importId, stage: 'completed' }, 1)).total).toBe(4_569);
    expect((await findEntries({ importId, reopenedOnly: true }, 1)).total).toBe(386);
    const shown = await shownFacts();
    expect(shown).toMatchObject({ completed: 4_569, medianHours: 159.79 });

    const plan = await readPlan();
    const agents = plan.members.filter(({ name }) => name.startsWith('Agent '));
    expect(agents).toHaveLength(19);
    const second = agents.find(({ name }) => name === 'Agent 2');
    expect((await findEntries({ memberIds: [second?.id ?? ''] }, 1)).total).toBe(1_242);
    expect(plan.outcomes).toMatchObject([{ name: 'Helpdesk tickets', unit: 'tickets' }]);
  });

  it('counts completion on the calendar day of the zone that was chosen', async () => {
    const { entries } = await findEntries(
      { importId: request.importId, stage: 'completed' },
      5_000,
    );
    expect(entries).toHaveLength(4_569);
    const { zone } = request.mapping;
    for (const entry of entries) {
      expect(entry.day).toBe(dayIn(zone, entry.completedAtMs ?? 0));
    }
  });

  it('keeps the waits of a ticket as stretches that it was blocked for', async () => {
    const { entries } = await findEntries({ importId: request.importId }, 5_000);
    const blocks = entries.flatMap((entry) => entry.blocks);
    // Two stretches of one ticket that begin at one moment are one.
    const starts = new Set<string>();
    let openCount = 0;
    for (const line of (await readFile(FILE, 'utf8')).trimEnd().split(/\r?\n/).slice(1)) {
      const [ticket = '', ...cells] = line.split(',');
      for (const wait of (cells.at(-1) ?? '').split('; ').filter(Boolean)) {
        starts.add(`${ticket} ${wait.split('/', 1)[0] ?? ''}`);
        if (wait.endsWith('/')) openCount += 1;
      }
    }
    expect(blocks).toHaveLength(starts.size);
    expect(blocks.filter(({ toMs }) => toMs === null)).toHaveLength(openCount);
    expect(openCount).toBe(19);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await prepare(desk, FILE);
    expect(again.tableKey).toBe(request.tableKey);
    expect(await check(again)).toMatchObject({
      newCount: 0,
      changedCount: 0,
      sameCount: 4_580,
      addedMembers: [],
      addedOutcomes: [],
    });
  });

  it('goes as a whole when undone, and comes back as it was', async () => {
    const before = await shownFacts();
    await undo(request.importId);
    expect((await findEntries({}, 1)).total).toBe(0);
    expect(await dayRange()).toBeNull();
    const gone = await readPlan();
    expect(gone.members.filter(({ isGone }) => !isGone).map(({ name }) => name)).toEqual(['Mara']);
    expect(gone.outcomes.filter(({ isArchived }) => !isArchived)).toEqual([]);

    const again = await prepare(desk, FILE);
    expect(await run(again)).toMatchObject({ newCount: 4_580, changedCount: 0 });
    expect(await shownFacts()).toEqual(before);
    expect((await findEntries({ importId: again.importId }, 1)).total).toBe(4_580);
  });
});
