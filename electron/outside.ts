import { type BrowserWindow, app } from 'electron';
import { EVENT_CHANNELS } from '#shared/ipc-events';
import type { CallInput } from '#shared/ipc-parsers';
import type { Settings } from '#shared/ipc';
import { type OutsideState, QUICK_LOG_HASH } from '#shared/outside';
import { hasNotifications, showNotice } from './notices/show-notice.ts';
import { pageAddress } from './settings/spoken-language.ts';
import type { SettingsStore } from './settings/settings.ts';
import { AppTray } from './tray/app-tray.ts';
import type { TrayState } from './tray/tray-template.ts';
import { QuickLogKey } from './windows/quick-log-key.ts';
import { QuickLogWindow } from './windows/quick-log-window.ts';

export interface OutsideNeeds {
  readonly window: BrowserWindow;
  readonly settings: SettingsStore;
  readonly preload: string;
  readonly connectQuickLog: (window: BrowserWindow) => void;
}

/** What goes on beside the main window: the tray, the quick-log window and its key, notices. */
export class Outside {
  readonly #window: BrowserWindow;
  readonly #settings: SettingsStore;
  readonly #tray: AppTray;
  readonly #quickLog: QuickLogWindow;
  readonly #key: QuickLogKey;
  #isQuitting = false;
  #isHidden = false;

  constructor({ window, settings, preload, connectQuickLog }: OutsideNeeds) {
    this.#window = window;
    this.#settings = settings;
    this.#quickLog = new QuickLogWindow({
      preload,
      address: () => `${pageAddress(settings.current())}${QUICK_LOG_HASH}`,
      connect: connectQuickLog,
    });
    this.#key = new QuickLogKey(() => this.openQuickLog());
    this.#tray = new AppTray({
      open: () => this.openMain(),
      log: () => this.openQuickLog(),
      send: () => this.#send(EVENT_CHANNELS.menuCommand, 'send-now'),
      quit: () => app.quit(),
    });
    app.on('before-quit', () => (this.#isQuitting = true));
    window.on('show', () => (this.#isHidden = false));
    window.on('close', (event) => this.#stayInTray(event));
    // A hidden quick-log window would keep a program without a window alive.
    window.on('closed', () => this.close());
  }

  /** Does as the settings say now. */
  async follow({ isInTray, hasQuickLog, quickLogKey }: Settings): Promise<void> {
    this.#key.hold(hasQuickLog ? quickLogKey : null);
    await this.#tray.switch(isInTray);
    // Nobody could find a window that is hidden behind an icon that went.
    if (this.#tray.standing !== 'shown' && this.#isHidden) this.#window.show();
  }

  state(): OutsideState {
    return {
      tray: this.#tray.standing,
      quickLog: this.#key.standing,
      notices: hasNotifications() ? 'shown' : 'none',
    };
  }

  openMain(): void {
    if (this.#window.isDestroyed()) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  openQuickLog(): void {
    if (this.#settings.current().workspace === null) this.openMain();
    else this.#quickLog.open();
  }

  closeQuickLog(): void {
    this.#quickLog.hide();
  }

  showTray(state: TrayState): void {
    this.#tray.show(state);
  }

  showNotice(notice: CallInput<'showNotice'>): void {
    showNotice(notice, () => {
      this.openMain();
      this.#send(EVENT_CHANNELS.openRoute, notice.route);
    });
  }

  close(): void {
    this.#key.hold(null);
    this.#quickLog.close();
    this.#tray.close();
  }

  #stayInTray(event: Electron.Event): void {
    if (this.#isQuitting || this.#tray.standing !== 'shown') return;
    event.preventDefault();
    this.#isHidden = true;
    this.#window.hide();
  }

  #send(channel: string, value: unknown): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(channel, value);
  }
}
