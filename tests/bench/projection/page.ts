import { dayIn } from '#shared/day';
import { Dexie, liveQuery } from 'dexie';
import { openProjection } from '../../../renderer/data/current.ts';
import { entriesOfDay, findEntries, openEntries } from '../../../renderer/data/deliverables.ts';
import { WorkerImporter } from '../../../renderer/data/import/worker-importer.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { syntheticChunks } from './synthetic-streams.ts';

const NAME = 'outlog-bench';

export interface ProjectionFigures {
  readonly changes: number;
  readonly rebuildMs: number;
  readonly changesPerSecond: number;
  /** How often a live query of the window was redrawn by the worker's writes. */
  readonly redraws: number;
  /** The longest the window's thread was busy in one task meanwhile. */
  readonly longestTaskMs: number;
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
  tasks.disconnect();
  watching.unsubscribe();
  importer.close();

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
    changesPerSecond: (changes / rebuildMs) * 1_000,
    redraws,
    longestTaskMs,
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

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const startMs = performance.now();
  const result = await run();
  return [performance.now() - startMs, result];
}
