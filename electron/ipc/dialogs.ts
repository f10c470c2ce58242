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
export const TABLE_FILES: Filters = [
  { name: 'Table', extensions: ['csv', 'tsv', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];

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

/** Asks where to write a file; a suggested name keeps letters and digits of any script, and no separators. */
export async function askWhereToSave(
  window: BrowserWindow,
  title: string,
  suggestedName: string,
  filters: Filters,
): Promise<Result<string, IpcFailure>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: safeFileName(suggestedName),
    filters,
  });
  return canceled || filePath === '' ? cancelled : ok(filePath);
}

/** What a person typed as a name, made fit for every file system: `Ana / Bot` becomes `Ana - Bot`. */
export const safeFileName = (name: string): string =>
  name
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 120);

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
