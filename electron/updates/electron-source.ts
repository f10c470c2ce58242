import { app } from 'electron';
import { AppImageUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import type { UpdateSource } from './update-source.ts';

/** Sent in the place of the number by which electron-updater tells one computer from another. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Versions as electron-builder publishes them, from any folder on a web server (`latest*.yml` beside the
 * files, electron-updater's generic provider).
 */
export function electronSource(): UpdateSource {
  const updater = platformUpdater();
  // Nothing happens that was not asked for here.
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.logger = null;
  updater.requestHeaders = { 'x-user-staging-id': NOBODY };
  updater.isUserWithinRollout = () => true;
  // Also a copy that cannot replace itself may look.
  updater.forceDevUpdateConfig = true;
  // A failure is the answer of the call that failed.
  updater.on('error', () => undefined);
  return {
    canReplaceItself: canReplaceItself(),
    async latest(url) {
      updater.setFeedURL({ provider: 'generic', url });
      const found = await updater.checkForUpdates();
      if (!found) throw new Error('The updater did not look.');
      return { version: found.updateInfo.version, isNewer: found.isUpdateAvailable };
    },
    async fetch() {
      await updater.downloadUpdate();
    },
    install() {
      if (updater instanceof MacUpdater) updater.quitAndInstall();
      // Silently, and without starting it: the person was ending their day.
      else updater.install(true, false);
    },
  };
}

function platformUpdater(): AppImageUpdater | MacUpdater | NsisUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  return process.platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
}

/** Packages of the system ask for an administrator; archives and portable copies lie where somebody put them. */
function canReplaceItself(): boolean {
  if (!app.isPackaged) return false;
  if (process.platform === 'win32') return process.env['PORTABLE_EXECUTABLE_FILE'] === undefined;
  return process.platform === 'darwin' || process.env['APPIMAGE'] !== undefined;
}
