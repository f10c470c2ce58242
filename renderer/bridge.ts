import type { Bridge } from '#shared/ipc';

declare global {
  /** Put in place by the preload script. */
  var outlog: Bridge;
}

/** The main process, as the preload exposes it. Nothing else reads `window.outlog`. */
export let bridge: Bridge = globalThis.outlog;

/** Where there is no preload: a test brings its own main process. */
export function installBridge(replacement: Bridge): void {
  bridge = replacement;
}
