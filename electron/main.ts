import path from 'node:path';
import { type BrowserWindow, app, nativeTheme } from 'electron';
import { addressAt } from '#shared/page-address';
import { APP_ID, APP_NAME, INVITE_SCHEME } from './app-identity.ts';
import type { Connected } from './ipc/connect-page.ts';
import { openLog } from './log.ts';
import { batchesInArguments, OutsideBatches } from './outside-batches.ts';
import { inviteInArguments, OutsideInvites } from './outside-invites.ts';
import { openSettings } from './settings/settings.ts';
import { pageAddress, spokenLanguage } from './settings/spoken-language.ts';
import { showAppMenu } from './windows/app-menu.ts';
import { declareScheme, serveApp } from './windows/app-protocol.ts';
import { denyPermissions, lockDown } from './windows/lock-down.ts';
import { openMainWindow } from './windows/main-window.ts';
import { speakNatively } from './words/words.ts';

/** Undelivered batches are safe on disk: a folder that hangs does not keep the app from closing. */
const CLOSE_LIMIT_MS = 10_000;

/** A page that crashes again this soon would crash for ever. */
const CRASH_LOOP_MS = 30_000;

/** A folder on a network that hangs holds threads of Node's file pool; four would soon all be held. */
process.env['UV_THREADPOOL_SIZE'] ??= '16';

const dist = path.join(__dirname, '..');

app.setName(APP_NAME);
app.setAppUserModelId(APP_ID);
const ownFolder = app.commandLine.getSwitchValue('user-data-dir');
app.setPath(
  'userData',
  ownFolder === '' ? path.join(app.getPath('appData'), APP_NAME) : path.resolve(ownFolder),
);
const dataFile = (...names: string[]): string => path.join(app.getPath('userData'), ...names);

const log = openLog(dataFile('logs', 'outlog.log'));
const outsideInvites = new OutsideInvites();
const outsideBatches = new OutsideBatches();

/** Says that the process ends and the power did not; until the engine is there, nobody asks. */
let sayEnding = (): void => undefined;

/** Electron's own answer to an uncaught error is a dialog that waits for a click, with a half-dead app behind. */
function crash(error: unknown): void {
  log.bug('uncaught', error);
  sayEnding();
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
}
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

async function start(): Promise<void> {
  const settings = openSettings(dataFile('settings.json'));
  nativeTheme.themeSource = settings.current().theme;
  lockDown();
  await app.whenReady();
  denyPermissions();
  serveApp(path.join(dist, 'renderer'));

  const window = openMainWindow({
    preload: path.join(dist, 'preload', 'preload.cjs'),
    stateFile: dataFile('window.json'),
    pageUrl: addressAt(pageAddress(settings.current()), settings.current().route),
  });
  await speakNatively(spokenLanguage(settings.current()));
  // A chunk of its own, loaded at once and before the page can have said a word.
  const { connectPage } = await import('./ipc/connect-page.ts');
  const connected = connectPage(window, settings, log, outsideInvites, outsideBatches);
  showAppMenu('none', window);
  keepAlive(window, connected);
}

/** Second starts, focus, a crashed page, and the way out. */
function keepAlive(window: BrowserWindow, { engine, outside, updates, close }: Connected): void {
  engine.then((opened) => (sayEnding = () => opened.ending())).catch(() => undefined);
  // Windows ends a program with its session, without a quit.
  window.on('session-end', () => sayEnding());
  app.on('second-instance', (_event, args) => {
    noteFiles(args);
    outside.openMain();
  });
  app.on('activate', () => outside.openMain());
  window.on('focus', () => {
    engine.then((opened) => opened.focused()).catch(() => undefined);
  });
  let lastCrashMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.warn('page-gone', { reason, exitCode });
    const isLoop = Date.now() - lastCrashMs < CRASH_LOOP_MS;
    lastCrashMs = Date.now();
    if (isLoop) app.exit(1);
    else if (!window.isDestroyed()) window.reload();
  });
  app.on('window-all-closed', () => app.quit());

  app.on('will-quit', (event) => {
    event.preventDefault();
    const limit = new Promise<false>((resolve) => setTimeout(() => resolve(false), CLOSE_LIMIT_MS));
    Promise.race([close().then(() => true), limit])
      .catch((error: unknown) => log.bug('close-failed', error))
      .then((isAllSaved) => updates.installOnTheWayOut({ isAllSaved: isAllSaved === true }))
      // Not `quit`, which does nothing while a quit is under way.
      .finally(() => setImmediate(() => app.exit(0)));
  });
}

/** Invites and batches among a start's arguments. */
function noteFiles(args: readonly string[]): void {
  outsideInvites.note(inviteInArguments(args));
  outsideBatches.note(batchesInArguments(args));
}

/** Links on macOS and files there come as events, elsewhere as arguments of this or a second start. */
function listenForInvites(): void {
  noteFiles(process.argv);
  app.on('open-url', (event, text) => {
    event.preventDefault();
    outsideInvites.note({ kind: 'link', text });
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    noteFiles(['', file]);
  });
  // In development the scheme would belong to Electron itself.
  if (app.isPackaged) app.setAsDefaultProtocolClient(INVITE_SCHEME);
}

declareScheme();
listenForInvites();
if (app.requestSingleInstanceLock()) start().catch(crash);
else app.quit();
