import { stat } from 'node:fs/promises';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { IpcFailure, Reply } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { word } from '../words/words.ts';
import { httpsAddress } from './https-address.ts';

/** Opens a link in the browser after the person has seen where it leads. */
export async function openLink(window: BrowserWindow, text: string): Reply<null> {
  const url = httpsAddress(text);
  if (url === null) return fail('bad-link', 'never');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: word('openInBrowser', { host: url.host }),
    detail: url.href,
    buttons: [word('open'), word('cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return fail('cancelled', 'later');
  await shell.openExternal(url.href);
  return ok(null);
}

/** Shows where a file lies; opens nothing of it. */
export function showFile(path: Result<string, IpcFailure>): Result<null, IpcFailure> {
  if (!path.ok) return path;
  shell.showItemInFolder(path.value);
  return ok(null);
}

/** Shows a sync folder in the file manager. Only a folder: nothing that was imported is opened by path. */
export async function openFolder(folder: string | null): Reply<null> {
  const stats = folder === null ? null : await stat(folder).catch(() => null);
  if (folder === null || stats === null || !stats.isDirectory()) {
    return fail('folder-unreachable', 'after-fix');
  }
  const problem = await shell.openPath(folder);
  return problem === '' ? ok(null) : fail('folder-unreachable', 'later');
}
