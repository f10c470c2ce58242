import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, openTableDesk, prepare, run, undo } from './table-desk.tsx';
import type { TableDesk } from './table-desk.tsx';
import { importPhase } from '#shared/imports/import-record';
import { fail } from '#shared/result';
import { findEntries } from '../../../../renderer/data/deliverables.ts';
import { importRecords } from '../../../../renderer/data/imports.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { currentSeat } from '../../../../renderer/services/table-import/import-seat.ts';
import { runImport } from '../../../../renderer/services/table-import/run-import.ts';
import { save } from '../../../../renderer/services/save.ts';
import { useBridge } from '../../support/window-outlog.ts';

const ROWS = 2_500;
const table = (note = ''): string =>
  ['Ticket,Assignee,Requested at,Completed at,Notes']
    .concat(
      Array.from(
        { length: ROWS },
        (_, at) =>
          `T-${at},Agent ${at % 3},2024-05-01T10:00Z,2024-05-0${2 + (at % 7)}T10:00Z,${note}`,
      ),
    )
    .join('\n');

let desk: TableDesk;
beforeEach(async () => {
  desk = await openTableDesk();
});
afterEach(async () => {
  await desk.leave();
});

const total = async (): Promise<number> => (await findEntries({}, 1)).total;
const phases = async (): Promise<string[]> => (await importRecords()).map(importPhase);
const teamNames = async (): Promise<string[]> =>
  (await readPlan()).members.filter(({ isGone }) => !isGone).map(({ name }) => name);

describe('an import is whole or nothing', { timeout: 60_000 }, () => {
  it('takes back what it wrote when it is stopped', async () => {
    const request = await prepare(desk, await desk.write('t.csv', table()));
    expect(await run(request, 400)).toMatchObject({ isCancelled: true });
    expect(await total()).toBe(0);
    expect(await phases()).toEqual(['undone']);
    expect(await teamNames()).toEqual(['Mara']);
  });

  it('is finished under its own id after saving failed in the middle', async () => {
    const request = await prepare(desk, await desk.write('t.csv', table()));
    let calls = 0;
    useBridge({
      ...desk.bridge,
      append: async (input) => {
        calls += 1;
        return calls > 4 ? fail('disk-full', 'after-fix') : await desk.bridge.append(input);
      },
    });
    const ran = await runImport(request, await currentSeat(), {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(ran).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await phases()).toEqual(['unfinished']);
    expect(await total()).toBeLessThan(ROWS);

    useBridge(desk.bridge);
    const again = await prepare(desk, await desk.write('renamed.csv', table()));
    expect(again.importId).toBe(request.importId);
    expect(await run(again)).toMatchObject({ newCount: ROWS, isCancelled: false });
    expect(await total()).toBe(ROWS);
    expect(await phases()).toEqual(['done']);
    expect((await importRecords())[0]).toMatchObject({ newCount: ROWS });
    await undo(again.importId);
    expect(await total()).toBe(0);
  });

  it('can be undone after it was cut off', async () => {
    const request = await prepare(desk, await desk.write('t.csv', table()));
    let calls = 0;
    useBridge({
      ...desk.bridge,
      append: async (input) => {
        calls += 1;
        return calls > 4 ? fail('disk-failed', 'later') : await desk.bridge.append(input);
      },
    });
    await runImport(request, await currentSeat(), {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    useBridge(desk.bridge);
    await undo(request.importId);
    expect(await total()).toBe(0);
    expect(await teamNames()).toEqual(['Mara']);
    expect(await phases()).toEqual(['undone']);
  });
});

describe('another version of a table', { timeout: 60_000 }, () => {
  it('changes the rows that changed, and undoing it gives back the version before', async () => {
    const first = await prepare(desk, await desk.write('may.csv', table()));
    await run(first);
    const second = await prepare(
      desk,
      await desk.write('june.csv', `${table('late')}\nT-new,Agent 9,2024-05-01T10:00Z,,`),
    );
    expect(await check(second)).toMatchObject({ newCount: 1, changedCount: ROWS, sameCount: 0 });
    await run(second);
    expect((await findEntries({ text: 'late' }, 1)).total).toBe(ROWS);
    await undo(second.importId);
    expect((await findEntries({ text: 'late' }, 1)).total).toBe(0);
    expect(await total()).toBe(ROWS);
    expect(await teamNames()).toEqual(['Agent 0', 'Agent 1', 'Agent 2', 'Mara']);
  });

  it('keeps a member that somebody gave work to when the import is undone', async () => {
    const request = await prepare(desk, await desk.write('t.csv', table()));
    await run(request);
    const agent = (await readPlan()).members.find(({ name }) => name === 'Agent 1');
    await save([
      {
        audience: `m-${agent?.id ?? ''}`,
        type: 'deliverable',
        id: '202611-byhand',
        fields: { title: 'By hand', day: '2026-11-18', completedAtMs: 1, quantity: 1 },
      },
    ]);
    await undo(request.importId);
    expect(await total()).toBe(1);
    expect(await teamNames()).toEqual(['Agent 1', 'Mara']);
  });

  it('is recognised by its columns, mapped as last time, and may be said to be another table', async () => {
    const file = await desk.write('t.csv', table());
    await run(await prepare(desk, file, { zone: 'America/Lima', titleColumns: [4] }));
    const again = await prepare(desk, file);
    expect(again.mapping).toMatchObject({ zone: 'America/Lima', titleColumns: [4] });
    const other = await prepare(
      desk,
      await desk.write('u.csv', 'Order,Who,Done\nA,x,2024-05-01\nB,y,2024-05-02\n'),
    );
    expect(other.tableKey).not.toBe(again.tableKey);
  });
});
