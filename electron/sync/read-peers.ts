import type { StreamStanding, SyncPeers } from '#shared/sync-report';
import type { OwnHead } from './journal/records.ts';
import { gapsOf, latestClock, type StreamIndex } from './store/stream-index.ts';
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

function lastWrittenAtMs(index: StreamIndex): number | null {
  const { ms } = latestClock(index);
  return ms === 0 ? null : ms;
}
