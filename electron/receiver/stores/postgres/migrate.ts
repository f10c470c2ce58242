import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { inTransaction, rowOf } from './query.ts';
import { BATCHES } from './migrations/001-batches.ts';
import { UNFOLDED } from './migrations/002-unfolded.ts';

/** In their order; one that has been released is never changed again. */
const MIGRATIONS: readonly string[] = [BATCHES, UNFOLDED];
export const SCHEMA_VERSION = MIGRATIONS.length;

/** `outlog` in ASCII: whoever brings the schema forward holds this lock of the database. */
const MIGRATION_LOCK = 0x6f75746c6f67;

/** The database was brought forward by a newer program: this one must not write to it. */
export class NewerSchemaError extends Error {}

/**
 * Brings the database's schema to this program's version; several that start at once take turns. Answers
 * the generation that cursors carry. Rejects with `NewerSchemaError`.
 */
export function migrate(pool: Pool): Promise<string> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(`
      create schema if not exists outlog;
      create table if not exists outlog.schema_version (
        version int primary key,
        applied_at timestamptz not null default now()
      )`);
    const found = await client.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from outlog.schema_version',
    );
    const { version } = rowOf(found);
    if (version > SCHEMA_VERSION) {
      throw new NewerSchemaError(`The database is of version ${version}.`);
    }
    for (let next = version + 1; next <= SCHEMA_VERSION; next += 1) {
      await client.query(MIGRATIONS[next - 1] ?? '');
      await client.query('insert into outlog.schema_version (version) values ($1)', [next]);
    }
    return await settleGeneration(client);
  });
}

/**
 * Transaction numbers order the listing, and they are a server's own. After a dump was read into another
 * server, or a standby took over, the old order is closed and cursors begin again.
 */
async function settleGeneration(client: PoolClient): Promise<string> {
  const control = await client.query<{ system: string; timeline: string }>(
    `select system_identifier::text as system, timeline_id::text as timeline
     from pg_control_system(), pg_control_checkpoint()`,
  );
  const { system, timeline } = rowOf(control);
  const kept = await client.query<{ generation: string; system: string; timeline: string }>(
    'select generation, system_identifier as system, timeline from outlog.generation',
  );
  const [held] = kept.rows;
  if (held?.system === system && held.timeline === timeline) return held.generation;
  if (held && held.system !== system) {
    await client.query("update outlog.batches set tx = '3'::xid8");
    await client.query("update outlog.access_changes set tx = '3'::xid8");
  }
  const generation = randomBytes(4).toString('hex');
  await client.query(
    `insert into outlog.generation (generation, system_identifier, timeline) values ($1, $2, $3)
     on conflict (is_only) do update set generation = excluded.generation,
       system_identifier = excluded.system_identifier, timeline = excluded.timeline`,
    [generation, system, timeline],
  );
  return generation;
}
