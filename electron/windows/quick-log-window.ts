import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_NAME } from '../app-identity.ts';
import { backgroundColor } from './background-color.ts';
import { showTextMenu } from './context-menu.ts';
import { HARDENED } from './hardened.ts';

const WIDTH = 680;
const HEIGHT = 264;
/** Above the middle of the screen, where a line is read and not in the way of what is below. */
const FROM_TOP = 0.22;

export interface QuickLogNeeds {
  readonly preload: string;
  /** The page's address, asked for anew with each window: the language may have changed. */
  readonly address: () => string;
  /** Opens to its page what it may call. */
  readonly connect: (window: BrowserWindow) => void;
}

/** The small window with the one line. It is made when it is first asked for and hidden, not closed, after that. */
export class QuickLogWindow {
  readonly #needs: QuickLogNeeds;
  #window: BrowserWindow | null = null;
  #address = '';

  constructor(needs: QuickLogNeeds) {
    this.#needs = needs;
  }

  open(): void {
    const address = this.#needs.address();
    if (address !== this.#address) this.close();
    this.#address = address;
    this.#window ??= this.#make(address);
    // Not where the pointer is: nothing here ever asks for that.
    const { workArea } = screen.getPrimaryDisplay();
    this.#window.setBounds({
      x: Math.round(workArea.x + (workArea.width - WIDTH) / 2),
      y: Math.round(workArea.y + workArea.height * FROM_TOP),
      width: WIDTH,
      height: HEIGHT,
    });
    this.#window.show();
    this.#window.focus();
  }

  hide(): void {
    this.#window?.hide();
  }

  close(): void {
    this.#window?.destroy();
    this.#window = null;
  }

  #make(address: string): BrowserWindow {
    const window = new BrowserWindow({
      title: APP_NAME,
      width: WIDTH,
      height: HEIGHT,
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
      webPreferences: { ...HARDENED, preload: path.resolve(this.#needs.preload) },
    });
    this.#needs.connect(window);
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('context-menu', (_event, params) => showTextMenu(window, params));
    // What is saved is saved: a page that went comes anew when it is next asked for.
    window.webContents.on('render-process-gone', () => this.close());
    // Its own way to close is a key that the system has, such as Alt+F4.
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    void window.loadURL(address);
    return window;
  }
}
