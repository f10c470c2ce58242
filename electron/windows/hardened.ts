/** What every page runs in: a sandbox of its own, without Node, reached through the preload alone. */
export const HARDENED = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium fetches its dictionaries from the internet by itself, except on macOS, which has its own.
  spellcheck: process.platform === 'darwin',
} as const satisfies Electron.WebPreferences;
