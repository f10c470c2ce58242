import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openPostgresStore } from '../../electron/receiver/stores/postgres/postgres-store.ts';
import { startPostgres } from '../electron/receiver/parts/postgres-server.ts';
import type { Figure } from './figures.ts';
import { measureIngest, startForLoad } from './receiver-load.ts';

const LEAST_RATIO = 0.5;

/**
 * As with the folder, over a PostgreSQL server on the same cores that flushes each commit; beside a bare
 * `INSERT` of each batch's bytes into a table of nothing else by the same driver. The
 * receiver unfolds into the views all the while; how fast that ends afterwards is told, too.
 */
export async function measureReceiverPostgres(): Promise<Figure> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-postgres-'));
  const server = await startPostgres({ isFlushed: true });
  try {
    const url = await server.makeDatabase();
    const pool = new pg.Pool({ connectionString: url });
    const { receiver, close, ...ingest } = await measureIngest(
      () => openPostgresStore({ url, isUnfolding: false }),
      () => startForLoad(data, url),
      await bareInserts(pool),
    );
    const unfolded = await unfoldingOf(pool);
    close();
    await receiver.kill();
    await pool.end();
    return {
      name: 'receiver-postgres',
      values: { ...ingest, ...unfolded },
      limited: 'ratio',
      limit: LEAST_RATIO,
      isLeast: true,
    };
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function bareInserts(pool: pg.Pool) {
  await pool.query('create table bare (id bigserial primary key, file bytea not null)');
  await pool.query('alter table bare alter column file set storage external');
  return async (file: Uint8Array): Promise<void> => {
    await pool.query({ name: 'bare', text: 'insert into bare (file) values ($1)', values: [file] });
  };
}

/** How many batches were left to unfold when the last was answered, and how many a second it does then. */
async function unfoldingOf(pool: pg.Pool) {
  const countLeft = async (): Promise<number> => {
    const { rows } = await pool.query<{ count: string }>(
      'select count(*) as count from outlog.unfold_queue',
    );
    return Number(rows[0]?.count ?? 0);
  };
  const startedMs = performance.now();
  const leftToUnfold = await countLeft();
  for (let left = leftToUnfold; left > 0; left = await countLeft());
  const tookS = (performance.now() - startedMs) / 1000;
  return { leftToUnfold, unfoldedPerS: leftToUnfold / tookS };
}
