import { type BrowserWindow, Menu, app } from 'electron';
import { EVENT_CHANNELS, type MenuCommand } from '#shared/ipc-events';
import { type Seat, appMenuTemplate } from './app-menu-template.ts';

/** Puts the menu of a seat over the window; its commands go to the window's page. */
export function showAppMenu(seat: Seat, window: BrowserWindow): void {
  const send = (command: MenuCommand): void => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNELS.menuCommand, command);
  };
  const template = appMenuTemplate(seat, {
    isMac: process.platform === 'darwin',
    isPackaged: app.isPackaged,
    send,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
