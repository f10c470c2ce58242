import type { Pool } from 'pg';
import type { BatchListing, PieceAddress } from '#shared/endpoint/protocol';
import { isHex } from '#shared/hex';
import { parsePieceName } from '#shared/evidence/pieces';
import type { Audience } from '#shared/stream/change';
import { SEED_BYTES } from '../../../identity/device-key.ts';
import {
  type IncomingBatch,
  type KeptJoin,
  type ListQuery,
  type PutOutcome,
  type ReceiverStore,
  type ServedWorkspace,
  StoreFullError,
} from '../../receiver-store.ts';
import { bytesOf } from './batch-rows.ts';
import { listBatches, readAccessChanges } from './list-batches.ts';
import { migrate } from './migrate.ts';
import { PutQueue } from './put-queue.ts';
import { isDiskFull, rowOf } from './query.ts';
import { readAllServed, readServed } from './served-workspaces.ts';
import { Unfolder } from './unfold/unfolder.ts';

export interface PostgresStoreOptions {
  /** `postgres://user@host:port/database` */
  readonly url: string;
  /** Whether it also unfolds batches into the views; of several receivers one that does is enough. */
  readonly isUnfolding?: boolean;
  readonly maxConnections?: number;
}

const MAX_CONNECTIONS = 8;
/** Those that keep batches, and two for the unfolder, which asks while it holds what it unfolds. */
const LEAST_CONNECTIONS = 5;
const CONNECT_MS = 10_000;

/** Opens a store in a PostgreSQL database (14 or newer), which any number of receivers may share. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const { Pool } = (await import('pg')).default;
  const pool = new Pool({
    connectionString: options.url,
    max: Math.max(options.maxConnections ?? MAX_CONNECTIONS, LEAST_CONNECTIONS),
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'outlog-receiver',
    // The same few statements over many partitions: planning each anew costs more than running it.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    const generation = await migrate(pool);
    return new PostgresStore(pool, generation, options.isUnfolding ?? true);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Keeps batches whole in PostgreSQL. Several receivers on one database need nothing else to agree. */
class PostgresStore implements ReceiverStore {
  readonly #pool: Pool;
  readonly #generation: string;
  readonly #puts: PutQueue;
  readonly #unfolder: Unfolder | null;

  constructor(pool: Pool, generation: string, isUnfolding: boolean) {
    this.#pool = pool;
    this.#generation = generation;
    this.#puts = new PutQueue(pool);
    this.#unfolder = isUnfolding ? new Unfolder(pool, () => this.#puts.isIdle) : null;
    this.#unfolder?.wake();
  }

  async keySeed(random: (count: number) => Uint8Array): Promise<Uint8Array> {
    await this.#write('insert into outlog.receiver (seed) values ($1) on conflict do nothing', [
      random(SEED_BYTES),
    ]);
    return rowOf(await this.#pool.query<{ seed: Buffer }>('select seed from outlog.receiver')).seed;
  }

  async claim(served: ServedWorkspace): Promise<'claimed' | 'known' | 'foreign'> {
    const { workspace, founderKey } = served;
    const text = JSON.stringify(served);
    const { rows } = await this.#write<{ is_new: boolean }>(
      `insert into outlog.workspaces (workspace, founder_key, served) values ($1, $2, $3)
       on conflict (workspace) do update set served = excluded.served
         where workspaces.founder_key = excluded.founder_key
       returning xmax = 0 as is_new`,
      [workspace, founderKey, text],
    );
    const [row] = rows;
    if (!row) return 'foreign';
    return row.is_new ? 'claimed' : 'known';
  }

  served(workspace: string): Promise<ServedWorkspace | null> {
    return readServed(this.#pool, workspace);
  }

  servedWorkspaces(): Promise<readonly ServedWorkspace[]> {
    return readAllServed(this.#pool);
  }

  accessChanges(workspace: string, afterVersion: number) {
    return readAccessChanges(this.#pool, workspace, afterVersion);
  }

  async put(incoming: IncomingBatch): Promise<PutOutcome> {
    const outcome = await this.#puts.put(incoming);
    this.#unfolder?.wake();
    return outcome;
  }

  list(query: ListQuery): Promise<BatchListing> {
    return listBatches(this.#pool, this.#generation, query);
  }

  async read(
    workspace: string,
    sha256: string,
    audiences: readonly Audience[] | null,
  ): Promise<Uint8Array | null> {
    if (!isHex(sha256, 64)) return null;
    const { rows } = await this.#pool.query<{ file: Buffer }>({
      name: 'read-batch',
      text: `select file from outlog.batches
             where sha256 = $1 and workspace = $2 and ($3::text[] is null or audience = any($3))`,
      values: [bytesOf(sha256), workspace, audiences],
    });
    return rows[0]?.file ?? null;
  }

  async putPiece(
    { workspace, audience, hash, piece }: PieceAddress,
    bytes: Uint8Array,
  ): Promise<void> {
    if (!isHex(hash, 64) || parsePieceName(piece) === null) throw new Error('That is no piece.');
    await this.#write(
      `insert into outlog.pieces (workspace, audience, hash, piece, bytes) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [workspace, audience, bytesOf(hash), piece, bytes],
    );
  }

  async listPieces({
    workspace,
    audience,
    hash,
  }: Omit<PieceAddress, 'piece'>): Promise<readonly string[]> {
    if (!isHex(hash, 64)) return [];
    const { rows } = await this.#pool.query<{ piece: string }>(
      `select piece from outlog.pieces where hash = $1 and workspace = $2 and audience = $3
       order by piece collate "C"`,
      [bytesOf(hash), workspace, audience],
    );
    return rows.map(({ piece }) => piece);
  }

  async readPiece({ workspace, audience, hash, piece }: PieceAddress): Promise<Uint8Array | null> {
    if (!isHex(hash, 64)) return null;
    const { rows } = await this.#pool.query<{ bytes: Buffer }>(
      `select bytes from outlog.pieces
       where hash = $1 and workspace = $2 and audience = $3 and piece = $4`,
      [bytesOf(hash), workspace, audience, piece],
    );
    return rows[0]?.bytes ?? null;
  }

  async putJoin(locator: string, { workspace, bytes, expiresAtMs }: KeptJoin): Promise<void> {
    await this.#write(
      `insert into outlog.joins (locator, workspace, bytes, expires_at_ms) values ($1, $2, $3, $4)
       on conflict (locator) do update set workspace = excluded.workspace, bytes = excluded.bytes,
         expires_at_ms = excluded.expires_at_ms`,
      [locator, workspace, bytes, expiresAtMs],
    );
  }

  async readJoin(locator: string, nowMs: number): Promise<KeptJoin | null> {
    await this.#pool.query('delete from outlog.joins where expires_at_ms <= $1', [nowMs]);
    const { rows } = await this.#pool.query<{
      workspace: string;
      bytes: Buffer;
      expires_at_ms: string;
    }>('select workspace, bytes, expires_at_ms from outlog.joins where locator = $1', [locator]);
    const [row] = rows;
    return row
      ? { workspace: row.workspace, bytes: row.bytes, expiresAtMs: Number(row.expires_at_ms) }
      : null;
  }

  /** When everything kept until now can be read in the views. */
  async unfolded(): Promise<void> {
    await this.#unfolder?.drain();
  }

  async close(): Promise<void> {
    await this.#unfolder?.close();
    await this.#pool.end();
  }

  async #write<R extends Record<string, unknown>>(text: string, values: unknown[]) {
    try {
      return await this.#pool.query<R>(text, values);
    } catch (error) {
      throw isDiskFull(error) ? new StoreFullError('No space is left.', { cause: error }) : error;
    }
  }
}

export type { PostgresStore };
