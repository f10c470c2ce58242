import { parseHlc } from '#shared/stream/clock';
import type { Position } from './journal/read-journal.ts';
import type { Workspace } from './workspace.ts';

/** Remembers when the first own change after a position was written: read once, not at every look. */
export class FirstWritten {
  #known = new Map<string, { readonly seq: number; readonly atMs: number }>();

  /** UTC ms; now where the journal cannot be read. `which` tells apart what is asked of one stream. */
  async after(ws: Workspace, key: string, position: Position, which: string): Promise<number> {
    const known = this.#known.get(which + key);
    if (known?.seq === position.seq) return known.atMs;
    let atMs = ws.nowMs();
    try {
      await ws.reader.readAfter(key, position, ({ hlc }) => {
        // A clock that ran ahead would make the change younger than it can be.
        atMs = Math.min(atMs, parseHlc(hlc)?.ms ?? atMs);
        return false;
      });
    } catch {
      // A disk that cannot be read now is asked again; a status must not fail for an age.
      return atMs;
    }
    this.#known.set(which + key, { seq: position.seq, atMs });
    return atMs;
  }
}
