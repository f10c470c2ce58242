/**
 * What the operating system and Chromium know the app by. People's data hang on these: the user-data
 * folder is named after `APP_NAME`, IndexedDB belongs to `ORIGIN`. They never change between releases.
 */
export const APP_NAME = 'Outlog';
export const APP_ID = 'app.outlog.desktop';
export const SCHEME = 'app';
export const ORIGIN = 'app://outlog';
export const PAGE_URL = `${ORIGIN}/index.html`;
/** Links that open the app at an invite. */
export const INVITE_SCHEME = 'outlog';
