import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every record of a database as a released version stored it, by table. */
export type FrozenTables = Readonly<Record<string, readonly object[]>>;

const FOLDER = path.join(import.meta.dirname, '../../fixtures/frozen');

/** What a version of the schema held when it was current. These files are never written again. */
export async function frozenProjection(version: number): Promise<FrozenTables> {
  const text = await readFile(path.join(FOLDER, `projection-v${version}.json`), 'utf8');
  return JSON.parse(text, reviveBytes) as FrozenTables;
}

/** JSON has no bytes: they stand as base 64 under `$bytes`. */
function reviveBytes(_: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && '$bytes' in value;
  return isBytes ? new Uint8Array(Buffer.from(String(value.$bytes), 'base64')) : value;
}
