import { TABLE_LIMITS } from '#shared/imports/table-failure';
import type { TableFailure } from '#shared/imports/table-failure';
import type { IpcFailure, TableFile } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../../bridge.ts';

/** A table's name and bytes, before anybody looked into them. */
export interface RawTable {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Asks for a file and reads it piece by piece; `cancelled` where the dialog was closed. */
export async function chooseTable(): Promise<Result<RawTable, IpcFailure>> {
  const chosen = await bridge.chooseTable();
  return chosen.ok ? await readChosen(chosen.value) : chosen;
}

/** What a dialog's token stands for, piece by piece. */
export async function readChosen({
  token,
  name,
  sizeBytes,
}: TableFile): Promise<Result<RawTable, IpcFailure>> {
  const bytes = new Uint8Array(sizeBytes);
  for (let offset = 0; ;) {
    const piece = await bridge.readTable({ token, offset });
    if (!piece.ok) return piece;
    bytes.set(piece.value.bytes, offset);
    offset += piece.value.bytes.length;
    if (piece.value.isLast) return ok({ fileName: name, bytes: bytes.subarray(0, offset) });
    if (piece.value.bytes.length === 0) return fail('file-gone', 'after-fix');
  }
}

/** A file that was dropped on the window; one above the limit is not read at all. */
export async function readDropped(file: File): Promise<Result<RawTable, TableFailure>> {
  if (file.size > TABLE_LIMITS.fileBytes) {
    return fail('table-too-large', 'after-fix', { limit: TABLE_LIMITS.fileBytes });
  }
  return ok({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}
