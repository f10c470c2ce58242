import { DEFAULT_SETTINGS } from '../../../electron/settings/settings.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Receivers } from '../../../electron/receiver-host/receivers.ts';
import { workerStarter } from '../../../electron/receiver-host/worker-handle.ts';
import { readHandOver } from '../../../electron/sync/archive/hand-over-file.ts';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import { addChosenEvidence } from '../../../electron/ipc/evidence-files.ts';
import { keepFileTokens } from '../../../electron/ipc/file-tokens.ts';
import { saveBytes } from '../../../electron/ipc/save-files.ts';
import { offerTable, readTable } from '../../../electron/ipc/table-files.ts';
import type { Engine, KeyProtector } from '../../../electron/sync/engine.ts';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { Bridge, IpcFailure, Settings, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import type { UpdateStatus } from '#shared/update-status';
import { SOURCE_WORKER } from '../../electron/receiver-host/parts/source-worker.ts';

/** What a person would choose in the next dialog; null cancels it. */
export interface Choices {
  savePath: string | null;
  folder: string | null;
  openPath: string | null;
  /** A link that was opened outside the window. */
  outsideLink: string | null;
}

/** One computer: the real engine in a folder of its own, behind the bridge that a window sees. */
export interface TestComputer {
  readonly bridge: Bridge;
  readonly engine: Engine;
  readonly dir: string;
  readonly choices: Choices;
  /** What lies on the clipboard. */
  copied(): string;
  close(): Promise<void>;
}

interface ComputerOptions {
  readonly nowMs?: () => number;
  /** Of a computer that is closed; a new folder without it. */
  readonly dir?: string;
  /** False: it reads and sends only when it is asked to. */
  readonly isActive?: boolean;
}

const cancelled = fail('cancelled', 'later');

const NO_UPDATES: UpdateStatus = {
  phase: 'off',
  version: null,
  lookedAtMs: null,
  unsavedCount: 0,
  isByHand: false,
  problem: null,
};

/** Keys lie as they are: nobody else reads a test's folder. */
const plainKeys: KeyProtector = {
  kind: 'plain-file',
  seal: (secret) => secret,
  open: (sealed) => sealed,
};

export async function openComputer({
  nowMs = Date.now,
  dir: closedDir,
  isActive = true,
}: ComputerOptions = {}): Promise<TestComputer> {
  const dir = closedDir ?? (await mkdtemp(path.join(tmpdir(), 'outlog-test-')));
  const statusListeners = new Set<(status: SyncStatus) => void>();
  const incomingListeners = new Set<(workspace: string) => void>();
  const engine = await openEngine(
    {
      dir,
      protector: plainKeys,
      nowMs,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      onStatus: (status) => statusListeners.forEach((listen) => listen(status)),
      onIncoming: (workspace) => incomingListeners.forEach((listen) => listen(workspace)),
      servedAt: (workspace) => receivers.address(workspace),
    },
    { isActive },
  );
  const receiverListeners = new Set<(status: ReceiverStatus) => void>();
  const receivers = new Receivers({
    engine: Promise.resolve(engine),
    directory: path.join(dir, 'receivers'),
    listenHost: '127.0.0.1',
    worker: workerStarter(SOURCE_WORKER),
    onStatus: (status) => receiverListeners.forEach((listen) => listen(status)),
  });
  const choices: Choices = { savePath: null, folder: null, openPath: null, outsideLink: null };
  const tokens = keepFileTokens();
  let copied = '';
  let settings: Settings = { ...DEFAULT_SETTINGS, language: 'en' };
  const chosen = async <T>(
    file: string | null,
    use: (file: string) => Promise<Result<T, IpcFailure>>,
  ): Promise<Result<T, IpcFailure>> => (file === null ? cancelled : await use(file));

  const bridge: Bridge = {
    start: async () =>
      ok({
        appVersion: '0.1.0',
        electronVersion: '33.2.1',
        platform: 'linux',
        isFallbackRuntime: true,
        workspaces: engine.workspaces(),
        settings,
        heads: [],
        keyProtection: 'plain-file',
      }),
    saveSettings: async (change) => {
      settings = { ...settings, ...definedOnly(change) };
      return ok(settings);
    },
    createWorkspace: (input) => engine.createWorkspace(input),
    createSample: (input) => engine.createSample(input),
    chooseInvite: () =>
      chosen(choices.openPath, async (file) =>
        engine.readInvite(new Uint8Array(await readFile(file)), path.dirname(file)),
      ),
    readInviteBytes: ({ bytes }) => engine.readInvite(bytes, null),
    joinWorkspace: (input) => engine.joinWorkspace(input),
    readInviteLink: ({ text }) => engine.readInviteLink(text),
    readInviteCode: ({ code, from }) =>
      from.kind === 'receiver'
        ? engine.readInviteCode(code, from)
        : chosen(choices.folder, (folder) =>
            engine.readInviteCode(code, { kind: 'folder', path: folder }),
          ),
    takeOpenedInvite: async () => {
      const { outsideLink } = choices;
      choices.outsideLink = null;
      return outsideLink === null ? ok(null) : await engine.readInviteLink(outsideLink);
    },
    createInvite: (input) => engine.makeInvite(input),
    saveInvite: ({ token }) => chosen(choices.savePath, (file) => engine.saveInvite(token, file)),
    shareInvite: ({ token }) => engine.shareInvite(token),
    savePicture: ({ png }) => chosen(choices.savePath, (file) => saveBytes(file, png)),
    append: (input) => engine.append(input),
    heads: ({ workspace }) => engine.heads(workspace),
    readChanges: (input) => engine.readChanges(input),
    receiverStatus: async ({ workspace }) => ok((await receivers.hosts()).status(workspace)),
    switchReceiver: async ({ workspace, isOn }) =>
      ok(await (await receivers.hosts()).switchTo(workspace, isOn)),
    claimReceiver: (input) => engine.claimReceiver(input),
    chooseCertificate: async () => cancelled,
    dropCertificate: async ({ workspace }) =>
      ok(await (await receivers.hosts()).useCertificate(workspace, null)),
    syncStatus: ({ workspace }) => engine.syncStatus(workspace),
    sendNow: ({ workspace }) => engine.sendNow(workspace),
    pull: ({ workspace }) => engine.pull(workspace),
    chooseFolder: ({ workspace }) =>
      chosen(choices.folder, (folder) => engine.setFolder(workspace, folder)),
    clearTarget: ({ workspace }) => engine.clearTarget(workspace),
    findReceivers: () => engine.findReceivers(),
    encryptFolder: ({ workspace }) => engine.encryptFolder(workspace),
    openFolder: async () => ok(null),
    chooseBatchFiles: ({ workspace }) =>
      chosen(choices.openPath, (file) => engine.addBatchFile(workspace, file)),
    addBatchBytes: (input) => engine.addBatchBytes(input),
    exportBatch: (input) => chosen(choices.savePath, (file) => engine.exportBatch(input, file)),
    unsentChanges: ({ workspace }) => engine.unsentChanges(workspace),
    takeOpenedBatches: async () => ok(null),
    updateStatus: async () => ok(NO_UPDATES),
    lookForUpdates: async () => ok(NO_UPDATES),
    noteUnsaved: async () => ok(null),
    storedPlaces: async () => ok([{ what: 'journal', path: path.join(dir, 'workspaces') }]),
    problemLog: async () => ok({ text: '' }),
    saveProblemLog: async () => cancelled,
    notePageProblem: async () => ok(null),
    syncQueue: ({ workspace }) => engine.syncQueue(workspace),
    syncPeers: ({ workspace }) => engine.syncPeers(workspace),
    retryItem: (input) => engine.retryItem(input),
    exportItem: (input) => chosen(choices.savePath, (file) => engine.exportItem(input, file)),
    showItem: async (input) => {
      const shown = await engine.itemPath(input);
      return shown.ok ? ok(null) : shown;
    },
    syncLog: ({ workspace }) => engine.syncLog(workspace),
    chooseTable: async () => cancelled,
    readTable: (input) => readTable(input, tokens),
    chooseEvidence: ({ workspace, audience }) =>
      chosen(choices.openPath, (file) =>
        addChosenEvidence(engine, { workspace, audience }, [file]),
      ),
    addEvidenceBytes: (input) => engine.addEvidenceBytes(input),
    readEvidence: (input) => engine.readEvidence(input),
    offerEvidence: (input) => engine.offerEvidence(input),
    saveEvidence: (input) => chosen(choices.savePath, (file) => engine.saveEvidence(input, file)),
    chooseDocument: () => chosen(choices.openPath, (file) => offerTable(file, tokens)),
    saveText: ({ text }) =>
      chosen(choices.savePath, (file) => saveBytes(file, new TextEncoder().encode(text))),
    saveTable: async ({ bytes }) => chosen(choices.savePath, (file) => saveBytes(file, bytes)),
    // Printing takes a browser: the journeys have one.
    savePdf: async () => cancelled,
    stateHash: ({ workspace }) => engine.stateHash(workspace),
    exportWorkspace: ({ workspace, passphrase }) =>
      chosen(choices.savePath, (filePath) =>
        engine.exportWorkspace(workspace, { filePath, passphrase, onProgress: () => undefined }),
      ),
    // What a token stands for is the main process's own; the journeys restore.
    chooseArchive: async () => cancelled,
    restoreWorkspace: async () => cancelled,
    leaveWorkspace: (input) => engine.leaveWorkspace(input),
    saveHandOver: async (input) => {
      const signed = await engine.signHandOver(input);
      return signed.ok ? chosen(choices.savePath, (file) => saveBytes(file, signed.value)) : signed;
    },
    openHandOver: () =>
      chosen(choices.openPath, async (file) => readHandOver(await readFile(file))),
    clearDatabases: async () => ok(null),
    copyText: async ({ text }) => {
      copied = text;
      return ok(null);
    },
    openLink: async () => ok(null),
    showContextMenu: async () => ok({ chosen: null }),
    setMenuContext: async () => ok(null),
    outsideState: async () => ok({ tray: 'off', quickLog: 'off', notices: 'shown' }),
    showTray: async () => ok(null),
    showNotice: async () => ok(null),
    openQuickLog: async () => ok(null),
    closeQuickLog: async () => ok(null),
    onOpenRoute: () => () => {},
    onSyncStatus: (listen) => listening(statusListeners, listen),
    onReceiverStatus: (listen) => listening(receiverListeners, listen),
    onIncoming: (listen) => listening(incomingListeners, listen),
    onArchiveProgress: () => () => {},
    onInviteOpened: () => () => {},
    onBatchesOpened: () => () => {},
    onUpdateStatus: () => () => {},
    onMenuCommand: () => () => {},
  };
  return {
    bridge,
    engine,
    copied: () => copied,
    dir,
    choices,
    close: async () => {
      await receivers.close();
      await engine.close();
      // What the window asked for without waiting, as receipts are, may be writing still.
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function listening<T>(listeners: Set<T>, listen: T): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

const definedOnly = (change: object): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
