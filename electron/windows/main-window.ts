import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_NAME } from '../app-identity.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { backgroundColor } from './background-color.ts';
import { showTextMenu } from './context-menu.ts';
import { HARDENED } from './hardened.ts';
import {
  MIN_HEIGHT,
  MIN_WIDTH,
  type WindowState,
  fitToDisplays,
  parseWindowState,
} from './window-state.ts';

const SAVE_DELAY_MS = 500;

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function rememberState(window: BrowserWindow, file: string): void {
  const save = (): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      writeJsonFile(file, state);
    } catch {
      // Where the window was is not worth a word to anybody.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', () => {
    clearTimeout(timer);
    save();
  });
}

/**
 * Opens the one window on our page, where it was when it was closed. It shows itself when the page has
 * something to show.
 * @param stateFile where size and place are kept
 * @param pageUrl our page's address, with the language that it is to speak and the view it was left at
 */
export function openMainWindow({
  preload,
  stateFile,
  pageUrl,
}: {
  readonly preload: string;
  readonly stateFile: string;
  readonly pageUrl: string;
}): BrowserWindow {
  const state = fitToDisplays(parseWindowState(readJsonFile(stateFile)), workAreas());
  const window = new BrowserWindow({
    title: APP_NAME,
    width: state.width,
    height: state.height,
    ...(state.x === null || state.y === null ? {} : { x: state.x, y: state.y }),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    // At once, in the page's own colour: waiting for the first frame would only put it off.
    show: !state.isMaximized,
    backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
    webPreferences: {
      ...HARDENED,
      preload: path.resolve(preload),
    },
  });
  void window.loadURL(pageUrl);
  if (state.isMaximized) window.maximize();
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('context-menu', (_event, params) => showTextMenu(window, params));
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) {
      window.setBackgroundColor(backgroundColor(nativeTheme.shouldUseDarkColors));
    }
  });
  rememberState(window, stateFile);
  return window;
}
