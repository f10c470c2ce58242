import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Reply } from '#shared/ipc';
import { EVENT_CHANNELS } from '#shared/ipc-events';
import { fail, ok } from '#shared/result';
import type { Receivers } from '../receiver-host/receivers.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { ARCHIVE_ENDING } from '../sync/archive/archive-format.ts';
import { HAND_OVER_MOST_BYTES, readHandOver } from '../sync/archive/hand-over-file.ts';
import type { Engine } from '../sync/engine.ts';
import type { Handlers } from './answer-call.ts';
import { ARCHIVE_FILES, askForFiles, askWhereToSave, HAND_OVER_FILES } from './dialogs.ts';
import type { FileTokens } from './file-tokens.ts';
import { safeFileName } from './safe-file-name.ts';
import { saveBytes } from './save-files.ts';

interface ArchiveHandlerNeeds {
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly receivers: Receivers;
  readonly settings: SettingsStore;
  readonly tokens: FileTokens;
}

type ArchiveCall =
  | 'stateHash'
  | 'exportWorkspace'
  | 'chooseArchive'
  | 'restoreWorkspace'
  | 'leaveWorkspace'
  | 'saveHandOver'
  | 'openHandOver';

/** A hundred news of progress are enough to watch it. */
const NEWS_STEP = 0.01;

/** The calls about a whole workspace and about what somebody hands over, in files. */
export function archiveHandlers({
  window,
  engine,
  receivers,
  settings,
  tokens,
}: ArchiveHandlerNeeds): Pick<Handlers, ArchiveCall> {
  const progress = () => {
    let told = 0;
    return (done: number, total: number): void => {
      const ratio = total > 0 ? Math.min(1, done / total) : 0;
      if (ratio - told < NEWS_STEP || window.isDestroyed()) return;
      told = ratio;
      window.webContents.send(EVENT_CHANNELS.archiveProgress, ratio);
    };
  };
  return {
    stateHash: async ({ workspace }) => (await engine).stateHash(workspace),
    exportWorkspace: async ({ workspace, passphrase }) => {
      const opened = await engine;
      const entry = opened.workspaces().find(({ id }) => id === workspace);
      const name = `${safeFileName(entry?.name ?? '') || 'outlog'}.${ARCHIVE_ENDING}`;
      const target = await askWhereToSave(window, 'exportWorkspace', name, ARCHIVE_FILES);
      if (!target.ok) return target;
      const exporting = { filePath: target.value, passphrase, onProgress: progress() };
      return await opened.exportWorkspace(workspace, exporting);
    },
    chooseArchive: async () => {
      const chosen = await askForFiles(window, 'restoreWorkspace', ARCHIVE_FILES);
      return chosen.ok ? await offerArchive(await engine, chosen.value[0], tokens) : chosen;
    },
    restoreWorkspace: async ({ token, passphrase }) => {
      const file = tokens.find(token);
      if (!file) return fail('file-gone', 'after-fix');
      const restoring = { filePath: file.path, passphrase, onProgress: progress() };
      return await (await engine).restoreWorkspace(restoring);
    },
    leaveWorkspace: async ({ workspace, name }) => {
      const left = await (await engine).leaveWorkspace({ workspace, name });
      if (!left.ok) return left;
      await receivers.remove(workspace);
      settings.forgetWorkspace(workspace);
      // The browser keeps what it deleted until it tidies up: of several workspaces each is rebuilt.
      const { session } = window.webContents;
      await session.clearStorageData({ storages: ['indexdb', 'localstorage', 'cachestorage'] });
      await session.clearCache();
      return ok(null);
    },
    saveHandOver: async ({ workspace, memberId, name, text }) => {
      const signed = await (await engine).signHandOver({ workspace, memberId, text });
      if (!signed.ok) return signed;
      const suggested = `${safeFileName(name) || 'hand-over'}.outlog-handover`;
      const target = await askWhereToSave(window, 'saveHandOver', suggested, HAND_OVER_FILES);
      return target.ok ? await saveBytes(target.value, signed.value) : target;
    },
    openHandOver: async () => {
      const chosen = await askForFiles(window, 'openHandOver', HAND_OVER_FILES);
      if (!chosen.ok) return chosen;
      const stats = await stat(chosen.value[0]).catch(() => null);
      if (stats === null) return fail('file-gone', 'after-fix');
      if (stats.size > HAND_OVER_MOST_BYTES) return fail('not-hand-over', 'after-fix');
      const bytes = await readFile(chosen.value[0]).catch(() => null);
      return bytes === null ? fail('file-gone', 'after-fix') : readHandOver(bytes);
    },
  };
}

async function offerArchive(
  engine: Engine,
  file: string,
  tokens: FileTokens,
): Reply<{ readonly token: string; readonly name: string; readonly isLocked: boolean }> {
  try {
    const { size, mtimeMs } = await stat(file);
    const isLocked = await engine.isArchiveSealed(file);
    const token = tokens.issue({ path: file, sizeBytes: size, changedAtMs: mtimeMs });
    return ok({ token, name: path.basename(file), isLocked });
  } catch {
    return fail('file-gone', 'after-fix');
  }
}
