import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcFailure } from '#shared/ipc';
import { type Result, fail, ok } from '#shared/result';

type Filters = Electron.FileFilter[];

/** An invite is a few hundred bytes; what is larger is some other file. */
const MAX_INVITE_BYTES = 64 * 1024;

const cancelled = fail('cancelled', 'later');

export const INVITE_FILES: Filters = [{ name: 'Outlog invite', extensions: ['outlog-invite'] }];
export const BATCH_FILES: Filters = [{ name: 'Outlog batch', extensions: ['outlog'] }];
export const DOCUMENT_FILES: Filters = [
  { name: 'Document', extensions: ['md', 'markdown', 'txt', 'html', 'htm', 'csv', 'tsv'] },
  { name: 'All files', extensions: ['*'] },
];
export const CERTIFICATE_FILES: Filters = [
  { name: 'Certificate (PEM)', extensions: ['pem', 'crt', 'cer'] },
  { name: 'All files', extensions: ['*'] },
];
export const KEY_FILES: Filters = [
  { name: 'Private key (PEM)', extensions: ['pem', 'key'] },
  { name: 'All files', extensions: ['*'] },
];
export const PICTURE_FILES: Filters = [{ name: 'Picture', extensions: ['png'] }];
export const PDF_FILES: Filters = [{ name: 'PDF', extensions: ['pdf'] }];
export const TEXT_FILES: Readonly<
  Record<'markdown' | 'csv', { readonly ending: string; readonly filters: Filters }>
> = {
  markdown: { ending: 'md', filters: [{ name: 'Markdown', extensions: ['md'] }] },
  csv: { ending: 'csv', filters: [{ name: 'Table (CSV)', extensions: ['csv'] }] },
};
export const EXPORT_FILES: Readonly<
  Record<'csv' | 'xlsx' | 'json', { readonly ending: string; readonly filters: Filters }>
> = {
  csv: { ending: 'csv', filters: [{ name: 'Table (CSV)', extensions: ['csv'] }] },
  xlsx: { ending: 'xlsx', filters: [{ name: 'Excel workbook', extensions: ['xlsx'] }] },
  json: { ending: 'json', filters: [{ name: 'JSON', extensions: ['json'] }] },
};
export const TABLE_FILES: Filters = [
  { name: 'Table', extensions: ['csv', 'tsv', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];
export const ANY_FILES: Filters = [{ name: 'All files', extensions: ['*'] }];

/** Asks for files that exist; never empty when it succeeds. */
export async function askForFiles(
  window: BrowserWindow,
  title: string,
  filters: Filters,
  isSeveral = false,
): Promise<Result<readonly [string, ...string[]], IpcFailure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters,
    properties: isSeveral ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const [first, ...others] = filePaths;
  return canceled || first === undefined ? cancelled : ok([first, ...others]);
}

export async function askForFolder(
  window: BrowserWindow,
  title: string,
): Promise<Result<string, IpcFailure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || folder === undefined ? cancelled : ok(folder);
}

/** Asks where to write a file; `suggestedName` has no separators. */
export async function askWhereToSave(
  window: BrowserWindow,
  title: string,
  suggestedName: string,
  filters: Filters,
): Promise<Result<string, IpcFailure>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggestedName,
    filters,
  });
  return canceled || filePath === '' ? cancelled : ok(filePath);
}

export interface InviteFile {
  readonly bytes: Uint8Array;
  readonly folder: string;
}

export async function readInviteFile(file: string): Promise<Result<InviteFile, IpcFailure>> {
  const stats = await stat(file).catch(() => null);
  if (stats === null) return fail('file-gone', 'after-fix');
  if (stats.size > MAX_INVITE_BYTES) return fail('invite-damaged', 'never');
  const bytes = await readFile(file).catch(() => null);
  return bytes === null
    ? fail('file-gone', 'after-fix')
    : ok({ bytes: new Uint8Array(bytes), folder: path.dirname(file) });
}
