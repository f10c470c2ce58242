import type { Audience } from '#shared/stream/change';
import type { Workspace } from '../workspace.ts';

/** How evidence stands in a change's canonical JSON (shared/evidence/evidence.ts). */
const NAMED = /"hash":"([0-9a-f]{64})","mediaType":/g;

/**
 * The files that entries name, read from the batches themselves: a receiver is asked for those, since it
 * lists no others. Each batch is read once a run.
 */
export class NamedFiles {
  #ws: Workspace;
  #readBatches = new Set<string>();
  #audiences = new Map<string, Set<Audience>>();

  constructor(ws: Workspace) {
    this.#ws = ws;
  }

  /** Who may have been given it, as far as entries say. */
  audiencesOf(hash: string): ReadonlySet<Audience> {
    return this.#audiences.get(hash) ?? new Set();
  }

  /** Named and not here. */
  async missing(): Promise<readonly string[]> {
    const { store } = this.#ws;
    for (const index of store.streams.values()) {
      for (const batch of index.batches) {
        if (this.#readBatches.has(batch.sha256)) continue;
        const body = await store.openBatch(index, batch);
        if (body === null) continue;
        this.#readBatches.add(batch.sha256);
        this.#note(Buffer.from(body.raw).toString('latin1'), index.audience);
      }
    }
    return [...this.#audiences.keys()].filter((hash) => !this.#ws.evidence.has(hash));
  }

  #note(text: string, audience: Audience): void {
    for (const [, hash = ''] of text.matchAll(NAMED)) {
      const audiences = this.#audiences.get(hash) ?? new Set();
      this.#audiences.set(hash, audiences.add(audience));
    }
  }
}
