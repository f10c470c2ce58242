import { createHash } from 'node:crypto';
import { objectIn } from '../../shared/stream/batch-header.ts';
import { canonicalJson } from '../../shared/stream/canonical.ts';
import type { Audience, Change } from '../../shared/stream/change.ts';
import { mergeChange, type RecordState } from '../../shared/stream/merge.ts';
import type { Json } from '../../shared/json.ts';

/** A set of changes and the records that they fold into, in whichever order they come. */
export class FoldedState {
  /** `<stream>-<epoch>:<seq>:<h>`, a fork's branches under one epoch. */
  readonly changes = new Set<string>();
  readonly #records = new Map<string, RecordState>();

  add(change: Change, stream: string, epoch: string, audience: Audience): void {
    const [baseEpoch = ''] = epoch.split('-');
    this.changes.add(`${stream}-${baseEpoch}:${change.seq}:${change.h}`);
    const key = `${audience}/${change.type}/${change.id}`;
    this.#records.set(key, mergeChange(this.#records.get(key), change, stream, audience));
  }

  /** Of the changes and of the records. */
  hash(): string {
    const hash = createHash('sha256');
    for (const change of [...this.changes].toSorted()) hash.update(`${change}\n`);
    const records = [...this.#records].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, state] of records) {
      // Fields and stamps only, which are JSON.
      hash.update(`${key}${canonicalJson(state as unknown as Json)}\n`);
    }
    return hash.digest('hex');
  }
}

/** The changes in the lines that an engine hands out, which were verified when they came in. */
export function* changesIn(lines: Uint8Array): Generator<Change> {
  for (const line of Buffer.from(lines).toString('utf8').split('\n')) {
    if (line !== '') yield objectIn(line) as unknown as Change;
  }
}
