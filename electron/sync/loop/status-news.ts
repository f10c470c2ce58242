import type { EvidenceStatus, SyncStatus } from '#shared/ipc';
import type { Workspace } from '../workspace.ts';
import { statusOf, UnsentAges } from './status.ts';

const PAUSE_MS = 150;

/** Tells the window how a workspace stands, at most a few times a second: every append and every delivered file ends here. */
export class StatusNews {
  #ws: Workspace;
  #evidence: () => Promise<EvidenceStatus>;
  #signal: AbortSignal;
  #ages = new UnsentAges();
  #timer: NodeJS.Timeout | null = null;

  /** @param signal after which nobody is told anything any more */
  constructor(ws: Workspace, evidence: () => Promise<EvidenceStatus>, signal: AbortSignal) {
    this.#ws = ws;
    this.#evidence = evidence;
    this.#signal = signal;
  }

  async status(): Promise<SyncStatus> {
    return await statusOf(this.#ws, this.#ages, await this.#evidence());
  }

  setPhase(phase: SyncStatus['phase']): void {
    this.#ws.phase = phase;
    this.announce();
  }

  announce(): void {
    if (this.#timer || this.#signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.status().then(this.#ws.context.options.onStatus, () => undefined);
    }, PAUSE_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
