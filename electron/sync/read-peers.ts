import { parseHlc } from '#shared/stream/clock';
import type { StreamStanding, SyncPeers } from '#shared/sync-report';
import type { OwnHead } from './journal/records.ts';
import { gapsOf, type StreamIndex } from './store/stream-index.ts';
import type { Workspace } from './workspace.ts';

/** Where every stream stands here, and what is known of the devices that write them. */
export function readPeers(ws: Workspace): SyncPeers {
  const { streams } = ws.journal.state;
  const stored = [...ws.store.streams].filter(([key]) => !streams.has(key));
  return {
    streams: [
      ...[...streams].map(([key, head]) => ownStanding(head, ws.store.streams.get(key))),
      ...stored.map(([, index]) => storedStanding(ws, index)),
    ],
    devices: ws.heard.devices(),
    receiverOffset: ws.file.endpoint === null ? null : ws.heard.receiverOffset(),
    freeBytes: ws.context.disk.freeBytes,
  };
}

function ownStanding(head: OwnHead, index: StreamIndex | undefined): StreamStanding {
  const { stream, epoch, audience, member, keyId, seq } = head;
  return {
    stream,
    epoch,
    audience,
    memberId: member,
    keyId,
    isOwn: true,
    seq,
    lastWrittenAtMs: index ? lastWrittenAtMs(index) : null,
    gaps: index ? gapsOf(index) : [],
    branchCount: index?.branches.length ?? 1,
  };
}

function storedStanding(ws: Workspace, index: StreamIndex): StreamStanding {
  const { stream, epoch, audience, member, keyId, branches } = index;
  return {
    stream,
    epoch,
    audience,
    memberId: member,
    keyId,
    isOwn: ws.own.isOwn(index),
    seq: Math.max(...branches.map(({ seq }) => seq)),
    lastWrittenAtMs: lastWrittenAtMs(index),
    gaps: gapsOf(index),
    branchCount: branches.length,
  };
}

/** From where each branch ends: a stream of years has thousands of batches. */
function lastWrittenAtMs({ branches, batches }: StreamIndex): number | null {
  const times = branches.map(({ pieces }) => {
    const last = pieces.at(-1);
    const batch = last && batches[last[0]];
    return (batch && parseHlc(batch.lastHlc)?.ms) ?? 0;
  });
  const latestMs = Math.max(...times);
  return latestMs === 0 ? null : latestMs;
}
