import type { Workspace } from '../workspace.ts';
import { sweepOwn } from './sweep-own.ts';

/** Once a run: batch files that a crash kept from the index, before anything is sealed or judged. */
export class StartCheck {
  #ws: Workspace;
  #isDone = false;

  constructor(ws: Workspace) {
    this.#ws = ws;
  }

  async run(): Promise<void> {
    if (this.#isDone) return;
    const ws = this.#ws;
    await ws.store.reconcile();
    await ws.retire(await ws.own.relateAll(ws.delivery.sent));
    this.#isDone = true;
    // Leftovers are harmless: a disk that does not let go of them now is asked at the next start.
    await sweepOwn(ws.fs, ws.directory, ws.nowMs()).catch(() => undefined);
  }
}
