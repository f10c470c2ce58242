import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcFailure } from '#shared/ipc';
import { type Result, fail, ok } from '#shared/result';
import { word, type WordName } from '../words/words.ts';

/** Files that a dialog shows, by the word for their kind. */
type Filters = readonly { readonly name: WordName; readonly extensions: readonly string[] }[];

/** An invite is a few hundred bytes; what is larger is some other file. */
const MAX_INVITE_BYTES = 64 * 1024;

const cancelled = fail('cancelled', 'later');

export const INVITE_FILES: Filters = [{ name: 'inviteFile', extensions: ['outlog-invite'] }];
export const BATCH_FILES: Filters = [{ name: 'batchFile', extensions: ['outlog'] }];
export const DOCUMENT_FILES: Filters = [
  { name: 'documentFile', extensions: ['md', 'markdown', 'txt', 'html', 'htm', 'csv', 'tsv'] },
  { name: 'allFiles', extensions: ['*'] },
];
export const CERTIFICATE_FILES: Filters = [
  { name: 'certificateFile', extensions: ['pem', 'crt', 'cer'] },
  { name: 'allFiles', extensions: ['*'] },
];
export const KEY_FILES: Filters = [
  { name: 'privateKeyFile', extensions: ['pem', 'key'] },
  { name: 'allFiles', extensions: ['*'] },
];
export const PICTURE_FILES: Filters = [{ name: 'pictureFile', extensions: ['png'] }];
export const LOG_FILES: Filters = [{ name: 'textFile', extensions: ['txt'] }];
export const PDF_FILES: Filters = [{ name: 'pdfFile', extensions: ['pdf'] }];
export const TEXT_FILES: Readonly<
  Record<'markdown' | 'csv', { readonly ending: string; readonly filters: Filters }>
> = {
  markdown: { ending: 'md', filters: [{ name: 'markdownFile', extensions: ['md'] }] },
  csv: { ending: 'csv', filters: [{ name: 'csvFile', extensions: ['csv'] }] },
};
export const EXPORT_FILES: Readonly<
  Record<'csv' | 'xlsx' | 'json', { readonly ending: string; readonly filters: Filters }>
> = {
  csv: { ending: 'csv', filters: [{ name: 'csvFile', extensions: ['csv'] }] },
  xlsx: { ending: 'xlsx', filters: [{ name: 'workbookFile', extensions: ['xlsx'] }] },
  json: { ending: 'json', filters: [{ name: 'jsonFile', extensions: ['json'] }] },
};
export const TABLE_FILES: Filters = [
  { name: 'tableFile', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'html', 'md'] },
  { name: 'allFiles', extensions: ['*'] },
];
export const ARCHIVE_FILES: Filters = [{ name: 'archiveFile', extensions: ['outlog-archive'] }];
export const HAND_OVER_FILES: Filters = [{ name: 'handOverFile', extensions: ['outlog-handover'] }];
export const ANY_FILES: Filters = [{ name: 'allFiles', extensions: ['*'] }];

const named = (filters: Filters): Electron.FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name: word(name), extensions: [...extensions] }));

/** Asks for files that exist; never empty when it succeeds. */
export async function askForFiles(
  window: BrowserWindow,
  title: WordName,
  filters: Filters,
  isSeveral = false,
): Promise<Result<readonly [string, ...string[]], IpcFailure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: word(title),
    filters: named(filters),
    properties: isSeveral ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const [first, ...others] = filePaths;
  return canceled || first === undefined ? cancelled : ok([first, ...others]);
}

export async function askForFolder(
  window: BrowserWindow,
  title: WordName,
): Promise<Result<string, IpcFailure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: word(title),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || folder === undefined ? cancelled : ok(folder);
}

/** Asks where to write a file; `suggestedName` has no separators. */
export async function askWhereToSave(
  window: BrowserWindow,
  title: WordName,
  suggestedName: string,
  filters: Filters,
): Promise<Result<string, IpcFailure>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: word(title),
    defaultPath: suggestedName,
    filters: named(filters),
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
