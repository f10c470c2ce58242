import { randomBytes } from 'node:crypto';
import { type BrowserWindow, app } from 'electron';
import { EVENT_CHANNELS } from '#shared/ipc-events';
import type { Log } from '../log.ts';
import { chooseKeyProtector } from '../settings/key-protector.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { openLast } from '../settings/start-state.ts';
import type { Engine } from '../sync/engine.ts';
import { openEngine } from '../sync/open-engine.ts';
import { createHandlers } from './handlers.ts';
import { registerCalls } from './register-calls.ts';

/**
 * Opens the engine and answers the page's calls with it. Loaded when the window is already on its way:
 * the page's process starts and reads the page meanwhile.
 */
export function connectPage(
  window: BrowserWindow,
  settings: SettingsStore,
  log: Log,
): Promise<Engine> {
  const send = (channel: string, value: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, value);
  };
  const protector = chooseKeyProtector();
  const engine = openEngine({
    dir: app.getPath('userData'),
    protector,
    nowMs: Date.now,
    random: randomBytes,
    onStatus: (status) => send(EVENT_CHANNELS.syncStatus, status),
    onIncoming: (workspace) => send(EVENT_CHANNELS.incoming, workspace),
  });
  registerCalls(createHandlers({ window, engine, settings, protector }), log);
  // While the page's process starts: its first question need not wait for the journal then.
  engine.then((opened) => openLast(opened, settings.current())).catch(() => undefined);
  // A failure to open reaches the page as the answer of its first call.
  engine.catch((error: unknown) => log.bug('engine-failed', error));
  return engine;
}
