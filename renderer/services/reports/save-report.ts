import type { IpcFailure } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import type { ReportTable } from '#shared/exports/report-table';
import type { Result } from '#shared/result';
import { fail } from '#shared/result';
import { bridge } from '../../bridge.ts';
import { WorkerClient } from '../../data/worker-client.ts';
import { now } from '../clock.ts';
import type { TableFile, TableKind } from './table-bytes.ts';

export type SavedFile = Promise<Result<{ readonly fileName: string }, IpcFailure>>;

const NAME_CHARS = 120;

/** Writes tables to where a dialog says, with values for other programs to read. */
export async function saveTables(
  name: string,
  kind: TableKind,
  tables: readonly ReportTable[],
): SavedFile {
  const bytes = await madeBytes({ kind, tables, madeAtMs: now() });
  return bytes
    ? await bridge.saveTable({ name: fileName(name), kind, bytes })
    : fail('unexpected', 'later');
}

/** Writes what the page's print style shows now. */
export const savePage = async ({ name, footer, ...paper }: CallInput<'savePdf'>): SavedFile =>
  await bridge.savePdf({ name: fileName(name), footer: footer.slice(0, 300), ...paper });

/** Writes a picture that was drawn. */
export const saveDrawing = async (name: string, png: Uint8Array<ArrayBuffer>): SavedFile =>
  await bridge.savePicture({ name: fileName(name), png });

async function madeBytes(file: TableFile): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof Worker === 'undefined')
    return await (await import('./table-bytes.ts')).tableBytes(file);
  const client = new WorkerClient<TableFile, Uint8Array<ArrayBuffer>>(
    new Worker(new URL('table-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return await client.ask(file);
  } catch {
    return null;
  } finally {
    client.close();
  }
}

const fileName = (name: string): string => name.trim().slice(0, NAME_CHARS) || 'Outlog';
