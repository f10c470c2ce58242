import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type BrowserWindow, app } from 'electron';
import { EVENT_CHANNELS } from '#shared/ipc-events';
import type { Log } from '../log.ts';
import type { OutsideBatches } from '../outside-batches.ts';
import type { OutsideInvites } from '../outside-invites.ts';
import { Receivers } from '../receiver-host/receivers.ts';
import { chooseKeyProtector } from '../settings/key-protector.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { openLast } from '../settings/start-state.ts';
import type { Engine } from '../sync/engine.ts';
import { openEngine } from '../sync/open-engine.ts';
import { Outside } from '../outside.ts';
import { Updates } from '../updates/updates.ts';
import { createHandlers } from './handlers.ts';
import { quickLogHandlers } from './quick-log-handlers.ts';
import { registerCalls } from './register-calls.ts';

export interface Connected {
  readonly engine: Promise<Engine>;
  readonly outside: Outside;
  readonly updates: Updates;
  /** Ends what runs for as long as the app does. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the engine and answers the page's calls with it. Loaded when the window is already on its way:
 * the page's process starts and reads the page meanwhile.
 */
export function connectPage(
  window: BrowserWindow,
  settings: SettingsStore,
  log: Log,
  outsideInvites: OutsideInvites,
  outsideBatches: OutsideBatches,
): Connected {
  const send = (channel: string, value: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, value);
  };
  const tellIncoming = (workspace: string): void => send(EVENT_CHANNELS.incoming, workspace);
  const protector = chooseKeyProtector();
  const dir = app.getPath('userData');
  const engine: Promise<Engine> = openEngine({
    dir,
    protector,
    nowMs: Date.now,
    random: randomBytes,
    onStatus: (status) => {
      send(EVENT_CHANNELS.syncStatus, status);
      engine.then((opened) => receivers.follow(opened, status)).catch(() => undefined);
    },
    onIncoming: tellIncoming,
    servedAt: (workspace) => receivers.address(workspace),
  });
  const receivers = new Receivers({
    engine,
    directory: path.join(dir, 'receivers'),
    listenHost: app.commandLine.hasSwitch('receive-locally') ? '127.0.0.1' : '0.0.0.0',
    worker: path.join(__dirname, '../receiver-worker/receiver-worker.cjs'),
    onStatus: (status) => {
      send(EVENT_CHANNELS.receiverStatus, status);
      if (status.problem !== null) log.warn('receiver-failed', { problem: status.problem });
    },
  });
  outsideInvites.onArrived = () => send(EVENT_CHANNELS.inviteOpened, undefined);
  const outside = new Outside({
    window,
    settings,
    preload: path.join(__dirname, '../preload/preload.cjs'),
    connectQuickLog: ({ webContents }) => {
      registerCalls(quickLogHandlers(handlers, tellIncoming), log, webContents.ipc);
    },
  });
  outsideBatches.onArrived = () => send(EVENT_CHANNELS.batchesOpened, undefined);
  const updates = new Updates({
    loadSource: async () => (await import('../updates/electron-source.ts')).electronSource(),
    address: () => settings.current().updateUrl,
    nowMs: Date.now,
    log,
    onStatus: (status) => send(EVENT_CHANNELS.updateStatus, status),
  });
  const handlers = createHandlers({
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
  });
  registerCalls(handlers, log);
  outside.follow(settings.current()).catch((error: unknown) => log.bug('outside-failed', error));
  receivers.resumeSoon();
  // While the page's process starts: its first question need not wait for the journal then.
  engine.then((opened) => openLast(opened, settings.current())).catch(() => undefined);
  // A failure to open reaches the page as the answer of its first call.
  engine.catch((error: unknown) => log.bug('engine-failed', error));
  const close = async (): Promise<void> => {
    updates.close();
    await Promise.all([receivers.close(), engine.then((opened) => opened.close())]);
  };
  return { engine, outside, updates, close };
}
