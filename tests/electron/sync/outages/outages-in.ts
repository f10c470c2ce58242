import type { WorkspaceEntry } from '#shared/ipc';
import type { Outage } from '#shared/outages/outage';
import { outageFrom } from '#shared/outages/outage';
import { type Change, GENESIS_HASH, streamKey } from '#shared/stream/change';
import { mergeChange, type RecordState } from '#shared/stream/merge';
import type { Engine } from '../../../../electron/sync/engine.ts';
import { value } from '../parts/test-engine.ts';
import { linesInParts } from '../../../parts-lines.ts';

/** The outages in all streams that an engine can read, merged as a window merges them. */
export async function outagesIn(engine: Engine, { id }: WorkspaceEntry): Promise<Outage[]> {
  const states = new Map<string, RecordState>();
  for (const { stream, epoch, audience, seq } of value(await engine.heads(id))) {
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = value(await engine.readChanges({ workspace: id, stream, epoch, ...at }));
      for (const line of Buffer.from(linesInParts(chunk.parts)).toString().split('\n')) {
        if (line === '') continue;
        const change = JSON.parse(line) as Change;
        if (change.type !== 'outage') continue;
        const key = `${audience} ${change.id}`;
        states.set(
          key,
          mergeChange(states.get(key), change, streamKey({ stream, epoch }), audience),
        );
      }
      ({ hasMore } = chunk);
      at = { afterSeq: chunk.lastSeq, afterH: chunk.lastH };
    }
  }
  return [...states.values()].flatMap((state) => outageFrom(state) ?? []);
}
