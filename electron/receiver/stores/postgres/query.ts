import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { errnoOf } from '../../../sync/file-system.ts';

/** Runs `work` in one transaction; what it rejects with undoes everything. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    failure = await rollBack(client);
    throw error;
  } finally {
    // A connection that cannot even roll back is not used again.
    client.release(failure);
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('The connection broke.');
  }
}

/** The one row of a query that always has one. */
export function rowOf<R extends QueryResultRow>({ rows }: QueryResult<R>): R {
  const [row] = rows;
  if (!row) throw new Error('The query gave no row.');
  return row;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const DISK_FULL = '53100';

/** Two transactions were in each other's way: the same again, and it goes through. */
export const isCollision = (error: unknown): boolean =>
  [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(errnoOf(error));

export const isDiskFull = (error: unknown): boolean => errnoOf(error) === DISK_FULL;
