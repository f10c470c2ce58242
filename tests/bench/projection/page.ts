import { Dexie, liveQuery } from 'dexie';
import { dayIn, monthOf } from '#shared/day';
import { deliverableId } from '#shared/ids';
import { quantile } from '#shared/metrics/rollup';
import { formatHlc } from '#shared/stream/clock';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { openProjection } from '../../../renderer/data/current.ts';
import { entriesOfDay, findEntries, openEntries } from '../../../renderer/data/deliverables.ts';
import { WorkerImporter } from '../../../renderer/data/import/worker-importer.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { rawRowsPerSecond } from './raw-rows.ts';
import { hashAt, sourceOf, syntheticChunks } from './synthetic-streams.ts';

const NAME = 'outlog-bench';

export interface ProjectionFigures {
  readonly changes: number;
  readonly rebuildMs: number;
  readonly changesPerSecond: number;
  /** Rows of their own with three indexes, by IndexedDB alone, in the same run. */
  readonly rawPerSecond: number;
  readonly ratio: number;
  /** How often a live query of the window was redrawn by the worker's writes. */
  readonly redraws: number;
  /** The longest the window's thread was busy in one task meanwhile. */
  readonly longestTaskMs: number;
  /** One edit of this device merged after another. */
  readonly editP50Ms: number;
  readonly editP99Ms: number;
  readonly openMs: number;
  readonly todayMs: number;
  readonly monthRowsMs: number;
  readonly allRowsMs: number;
  readonly findAllFirstMs: number;
  readonly findAllNextMs: number;
  readonly findTextMs: number;
  readonly found: number;
}

declare global {
  var measureProjection: (deliverables: number, members: number) => Promise<ProjectionFigures>;
}

globalThis.measureProjection = async (deliverables, members) => {
  await Dexie.delete(NAME);
  const db = await openProjection(NAME);
  const lastDay = dayIn('UTC', Date.now());
  const chunks = [...syntheticChunks({ members, deliverables, lastDay, days: 730 })];
  const rawPerSecond = await rawRowsPerSecond(chunks, 10_000);
  // What was generated above must not count as a task of the window.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  let redraws = 0;
  const watching = liveQuery(async () => await db.cursors.toArray()).subscribe(() => {
    redraws += 1;
  });
  let longestTaskMs = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  tasks.observe({ type: 'longtask' });
  const importer = new WorkerImporter(NAME, { founderKey: '', nowMs: Date.now() });
  const startMs = performance.now();
  let changes = 0;
  for (const chunk of chunks) {
    const count = chunk.lastSeq - chunk.afterSeq;
    const report = await importer.merge(chunk);
    if (report.newEntries !== count) throw new Error(`${report.newEntries} of ${count} merged`);
    changes += count;
  }
  const rebuildMs = performance.now() - startMs;
  const changesPerSecond = (changes / rebuildMs) * 1_000;
  tasks.disconnect();
  watching.unsubscribe();
  importer.close();

  const edits = await editTimes(db, lastDay);
  const fromDay = '0001-01-01';
  const month = { fromDay: `${lastDay.slice(0, 7)}-01`, toDay: lastDay };
  const [openMs] = await timed(async () => await openProjection(NAME));
  const [todayMs] = await timed(async () => {
    await Promise.all([openEntries('member0'), entriesOfDay('member0', lastDay)]);
    await dayRows({ fromDay: lastDay, toDay: lastDay, memberIds: ['member0'] });
  });
  const [monthRowsMs] = await timed(async () => await dayRows(month));
  const [allRowsMs] = await timed(async () => await dayRows({ fromDay, toDay: lastDay }));
  const all = { fromDay, toDay: lastDay };
  const [findAllFirstMs, found] = await timed(async () => await findEntries(all));
  const [findAllNextMs] = await timed(async () => await findEntries(all, 500, 50_000));
  const [findTextMs] = await timed(async () => await findEntries({ ...all, text: 'batch 77' }));
  return {
    changes,
    rebuildMs,
    changesPerSecond,
    rawPerSecond,
    ratio: changesPerSecond / rawPerSecond,
    redraws,
    longestTaskMs,
    editP50Ms: quantile(edits, 0.5) ?? 0,
    editP99Ms: quantile(edits, 0.99) ?? 0,
    openMs,
    todayMs,
    monthRowsMs,
    allRowsMs,
    findAllFirstMs,
    findAllNextMs,
    findTextMs,
    found: found.total,
  };
};

/** How long each of 200 new log entries takes to be merged and rolled up, sorted. */
async function editTimes(db: Projection, lastDay: string): Promise<number[]> {
  const source = sourceOf(999);
  const times: number[] = [];
  for (let seq = 1; seq <= 200; seq += 1) {
    const completedAtMs = Date.now();
    const change = {
      seq,
      hlc: formatHlc({ ms: completedAtMs, counter: seq }),
      type: 'deliverable',
      id: deliverableId(monthOf(lastDay), `edit${seq}`),
      fields: { outcomeId: 'outcome1', title: 'One more', completedAtMs, day: lastDay },
      h: hashAt(999, seq),
    };
    const [tookMs] = await timed(
      async () => await applyChanges(db, source, [change], completedAtMs),
    );
    times.push(tookMs);
  }
  return times.toSorted((a, b) => a - b);
}

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const startMs = performance.now();
  const result = await run();
  return [performance.now() - startMs, result];
}
