import os from 'node:os';

/** What the engine asks about the computer it runs on; nothing about whoever sits there. */
export interface Machine {
  /** UTC ms. */
  bootedAtMs(nowMs: number): number;
  /** Whether it is in any network at all, which says nothing about the internet behind. */
  hasNetwork(): boolean;
}

export const thisMachine: Machine = {
  bootedAtMs: (nowMs) => orElse(0, () => Math.round(nowMs - os.uptime() * 1_000)),
  hasNetwork: () =>
    orElse(true, () =>
      Object.values(os.networkInterfaces()).some((addresses) =>
        addresses?.some(({ internal }) => !internal),
      ),
    ),
};

/** A system that does not say leaves the gap to the member to explain. */
function orElse<T>(unknown: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return unknown;
  }
}
