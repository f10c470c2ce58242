import type { Bridge } from '#shared/ipc';

/**
 * Import this before anything of the renderer: `renderer/bridge.ts` reads `window.outlog` once, so what
 * stands there hands every call on to the bridge that a test has chosen.
 */
let current: Bridge | null = null;

export function useBridge(bridge: Bridge | null): void {
  current = bridge;
}

const forwarding = new Proxy(
  {},
  {
    get: (_, name) => (input?: unknown) => {
      const call: unknown = current && Reflect.get(current, name);
      if (typeof call !== 'function') throw new Error(`No bridge answers ${String(name)}`);
      return call(input) as unknown;
    },
  },
);

Object.defineProperty(window, 'outlog', { value: forwarding, configurable: true });
