import { type BrowserWindow, clipboard, nativeTheme } from 'electron';
import { fail, ok } from '#shared/result';
import type { Outside } from '../outside.ts';
import type { Log } from '../log.ts';
import type { OutsideBatches } from '../outside-batches.ts';
import type { OutsideInvites } from '../outside-invites.ts';
import type { Receivers } from '../receiver-host/receivers.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { pageAddress } from '../settings/spoken-language.ts';
import { startState } from '../settings/start-state.ts';
import type { Engine, KeyProtector } from '../sync/engine.ts';
import type { Updates } from '../updates/updates.ts';
import { showAppMenu } from '../windows/app-menu.ts';
import { chooseFromMenu } from '../windows/context-menu.ts';
import { printPage } from '../windows/print-page.ts';
import { speakAnew } from '../windows/speak-anew.ts';
import type { Handlers } from './answer-call.ts';
import { archiveHandlers } from './archive-handlers.ts';
import { batchFileHandlers } from './batch-file-handlers.ts';
import {
  ANY_FILES,
  BATCH_FILES,
  DOCUMENT_FILES,
  EXPORT_FILES,
  PDF_FILES,
  TABLE_FILES,
  TEXT_FILES,
  askForFiles,
  askForFolder,
  askWhereToSave,
} from './dialogs.ts';
import { addChosenEvidence } from './evidence-files.ts';
import { keepFileTokens } from './file-tokens.ts';
import { inviteHandlers } from './invite-handlers.ts';
import { openFolder, openLink, showFile } from './outside-links.ts';
import { outsideHandlers } from './outside-handlers.ts';
import { privacyHandlers } from './privacy-handlers.ts';
import { programLine } from './program-line.ts';
import { receiverHandlers } from './receiver-handlers.ts';
import { safeFileName } from './safe-file-name.ts';
import { saveBytes } from './save-files.ts';
import { offerTable, readTable } from './table-files.ts';
import { updateHandlers } from './update-handlers.ts';

export interface HandlerNeeds {
  readonly window: BrowserWindow;
  /** Opening takes a while; calls that need it wait for it. */
  readonly engine: Promise<Engine>;
  readonly receivers: Receivers;
  readonly outsideInvites: OutsideInvites;
  readonly settings: SettingsStore;
  readonly protector: KeyProtector;
  readonly outside: Outside;
  readonly outsideBatches: OutsideBatches;
  readonly updates: Updates;
  readonly log: Log;
}

/** What each call of the contract does: dialogs and the machine here, everything that lasts in the engine. */
export function createHandlers({
  window,
  engine,
  receivers,
  outsideInvites,
  settings,
  protector,
  outside,
  outsideBatches,
  updates,
  log,
}: HandlerNeeds): Handlers {
  const tokens = keepFileTokens();
  return {
    start: async () => ok(await startState(await engine, settings.current(), protector)),
    saveSettings: async (changes) => {
      try {
        const before = pageAddress(settings.current());
        const saved = settings.change(changes);
        nativeTheme.themeSource = saved.theme;
        await outside.follow(saved);
        updates.follow();
        // Everything is drawn anew, the menus too; what was typed is kept where it is typed.
        if (pageAddress(saved) !== before) setImmediate(() => void speakAnew(window, saved));
        return ok(saved);
      } catch {
        return fail('disk-failed', 'later');
      }
    },

    createWorkspace: async (input) => (await engine).createWorkspace(input),
    createSample: async (input) => (await engine).createSample(input),

    ...inviteHandlers({ window, engine, outsideInvites }),

    append: async (input) => (await engine).append(input),
    heads: async ({ workspace }) => (await engine).heads(workspace),
    readChanges: async (input) => (await engine).readChanges(input),

    ...receiverHandlers({ window, engine, receivers }),
    ...outsideHandlers(outside),
    ...updateHandlers(updates),
    ...privacyHandlers({ window, engine, log }),

    syncStatus: async ({ workspace }) => (await engine).syncStatus(workspace),
    sendNow: async ({ workspace }) => (await engine).sendNow(workspace),
    pull: async ({ workspace }) => (await engine).pull(workspace),
    chooseFolder: async ({ workspace }) => {
      const folder = await askForFolder(window, 'chooseTeamFolder');
      return folder.ok ? (await engine).setFolder(workspace, folder.value) : folder;
    },
    encryptFolder: async ({ workspace }) => (await engine).encryptFolder(workspace),
    clearTarget: async ({ workspace }) => (await engine).clearTarget(workspace),
    findReceivers: async () => (await engine).findReceivers(),
    openFolder: async ({ workspace }) => openFolder((await engine).folderPath(workspace)),
    ...batchFileHandlers({ window, engine, outsideBatches }),
    addBatchBytes: async (input) => (await engine).addBatchBytes(input),
    exportBatch: async (input) => {
      const name = `${input.stream}-${input.first}.outlog`;
      const target = await askWhereToSave(window, 'exportBatch', name, BATCH_FILES);
      return target.ok ? (await engine).exportBatch(input, target.value) : target;
    },
    syncQueue: async ({ workspace }) => (await engine).syncQueue(workspace),
    syncPeers: async ({ workspace }) => (await engine).syncPeers(workspace),
    retryItem: async (input) => (await engine).retryItem(input),
    exportItem: async (input) => {
      const opened = await engine;
      const name = await opened.itemName(input);
      if (!name.ok) return name;
      const target = await askWhereToSave(window, 'exportBatch', name.value, BATCH_FILES);
      return target.ok ? opened.exportItem(input, target.value) : target;
    },
    showItem: async (input) => showFile(await (await engine).itemPath(input)),
    syncLog: async ({ workspace }) => {
      const log = await (await engine).syncLog(workspace);
      return log.ok ? ok({ text: `${programLine()}\n${log.value.text}` }) : log;
    },

    chooseTable: async () => {
      const chosen = await askForFiles(window, 'importTable', TABLE_FILES);
      return chosen.ok ? offerTable(chosen.value[0], tokens) : chosen;
    },
    readTable: (input) => readTable(input, tokens),

    chooseDocument: async () => {
      const chosen = await askForFiles(window, 'importProcedure', DOCUMENT_FILES);
      return chosen.ok ? offerTable(chosen.value[0], tokens) : chosen;
    },
    saveText: async ({ name, kind, text }) => {
      const { ending, filters } = TEXT_FILES[kind];
      const suggested = `${safeFileName(name) || 'procedure'}.${ending}`;
      const target = await askWhereToSave(window, 'saveProcedure', suggested, filters);
      return target.ok ? saveBytes(target.value, new TextEncoder().encode(text)) : target;
    },
    saveTable: async ({ name, kind, bytes }) => {
      const { ending, filters } = EXPORT_FILES[kind];
      const suggested = `${safeFileName(name) || 'report'}.${ending}`;
      const target = await askWhereToSave(window, 'saveTable', suggested, filters);
      return target.ok ? saveBytes(target.value, bytes) : target;
    },
    savePdf: async ({ name, ...printed }) => {
      const suggested = `${safeFileName(name) || 'procedure'}.pdf`;
      const target = await askWhereToSave(window, 'savePdf', suggested, PDF_FILES);
      return target.ok ? saveBytes(target.value, await printPage(window, printed)) : target;
    },

    chooseEvidence: async (input) => {
      const chosen = await askForFiles(window, 'attachFiles', ANY_FILES, true);
      return chosen.ok ? addChosenEvidence(await engine, input, chosen.value) : chosen;
    },
    addEvidenceBytes: async (input) => (await engine).addEvidenceBytes(input),
    readEvidence: async (input) => (await engine).readEvidence(input),
    offerEvidence: async (input) => (await engine).offerEvidence(input),
    saveEvidence: async (input) => {
      const name = safeFileName(input.name) || 'evidence';
      const target = await askWhereToSave(window, 'saveCopy', name, ANY_FILES);
      return target.ok ? (await engine).saveEvidence(input, target.value) : target;
    },

    ...archiveHandlers({ window, engine, receivers, settings, tokens }),

    clearDatabases: async () => {
      await window.webContents.session.clearStorageData({ storages: ['indexdb'] });
      return ok(null);
    },
    copyText: async ({ text }) => {
      clipboard.writeText(text);
      return ok(null);
    },
    openLink: ({ url }) => openLink(window, url),
    showContextMenu: async (input) => ok({ chosen: await chooseFromMenu(window, input) }),
    setMenuContext: async ({ seat }) => {
      showAppMenu(seat, window);
      return ok(null);
    },
  };
}
