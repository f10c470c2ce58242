import type { Outage } from './outage.ts';
import { LONGEST_OUTAGE_MS, SHORTEST_OUTAGE_MS } from './outage.ts';

/** After a longer gap a restart says little: somebody may just have been away. */
const LONGEST_SURE_MS = 86_400_000;

export interface LastSigns {
  /** The last heartbeat of a run that never ended in order; UTC ms. */
  readonly aliveAtMs: number;
  /** The journal's last change, which may be later than a heartbeat that the power cut short. */
  readonly changedAtMs: number;
  /** When the computer started. */
  readonly bootedAtMs: number;
  readonly nowMs: number;
}

/**
 * The gap between the last sign of life and now, or until the computer was back. Without a restart in
 * between the program alone has stopped: a crash, or somebody ended it, which only the member can tell.
 * Null where it is no gap to speak of, or the clock was set back.
 */
export function uncleanStop({
  aliveAtMs,
  changedAtMs,
  bootedAtMs,
  nowMs,
}: LastSigns): (Pick<Outage, 'fromMs' | 'isSure'> & { readonly toMs: number }) | null {
  const fromMs = changedAtMs > aliveAtMs && changedAtMs <= nowMs ? changedAtMs : aliveAtMs;
  const isRestarted = bootedAtMs > fromMs && bootedAtMs <= nowMs;
  const toMs = isRestarted ? bootedAtMs : nowMs;
  const lengthMs = toMs - fromMs;
  if (lengthMs < SHORTEST_OUTAGE_MS || lengthMs > LONGEST_OUTAGE_MS) return null;
  return { fromMs, toMs, isSure: isRestarted && lengthMs <= LONGEST_SURE_MS };
}
