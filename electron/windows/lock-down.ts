import { app, session } from 'electron';
import { PAGE_URL } from '../app-identity.ts';

/** Permissions that a feature needs; none does. */
const GRANTED: ReadonlySet<string> = new Set();

/** A reload of the page itself is the one navigation there is. */
const isReload = (url: string): boolean => url.split(/[?#]/, 1)[0] === PAGE_URL;

/** Denies navigation, new windows, web views and permissions to every page, whoever makes it. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isReload(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** After 'ready'. */
export function denyPermissions(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(GRANTED.has(permission)),
  );
  own.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
}
