import type { SyncStatus } from '#shared/ipc';
import type { DeviceStanding, RefusedFile, StreamStanding, SyncPeers } from '#shared/sync-report';
import { memberAudience, streamKey } from '#shared/stream/change';

/** Somebody's device and how far its logs are known here. */
export interface DeviceRow {
  readonly keyId: string;
  readonly memberId: string;
  readonly isOwn: boolean;
  readonly streams: readonly StreamStanding[];
  /** Its member's own log up to here; null for a device that writes none. */
  readonly ownSeq: number | null;
  /** Its part of everybody's log, up to here. */
  readonly teamSeq: number | null;
  readonly heardAtMs: number | null;
  readonly standing: DeviceStanding | null;
  readonly missingCount: number;
  readonly unsentCount: number;
  readonly state: DeviceState;
}

/** What there is to say of a device, worst first. */
export const DEVICE_STATES = [
  'unaccepted',
  'update',
  'missing',
  'forked',
  'unsent',
  'current',
] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

const NEEDS_SOMEBODY: ReadonlySet<DeviceState> = new Set([
  'unaccepted',
  'update',
  'missing',
  'forked',
]);
export const needsAttention = ({ state }: DeviceRow): boolean => NEEDS_SOMEBODY.has(state);

interface Known {
  readonly peers: SyncPeers;
  readonly refused: readonly RefusedFile[];
  readonly sync: Pick<SyncStatus, 'own'>;
  /** Streams whose device no manager's invite vouches for, by key. */
  readonly unaccepted: ReadonlySet<string>;
}

/** A row for each device, those first that need somebody. */
export function deviceRows({ peers, refused, sync, unaccepted }: Known): readonly DeviceRow[] {
  const standings = new Map(peers.devices.map((device) => [device.keyId, device]));
  const unsent = new Map(
    sync.own.map((own) => [streamKey(own), own.savedSeq - own.sentSeq] as const),
  );
  const needsUpdate = new Set(
    refused.flatMap(({ problem, keyId }) =>
      problem === 'batch-newer' && keyId !== null ? [keyId] : [],
    ),
  );
  const rows = [...byDevice(peers.streams)].map(([keyId, streams]) =>
    rowOf(keyId, streams, {
      standing: standings.get(keyId) ?? null,
      unsentCount: sumOf(streams, (stream) => unsent.get(streamKey(stream)) ?? 0),
      needsUpdate: needsUpdate.has(keyId),
      isUnaccepted: streams.some((stream) => unaccepted.has(streamKey(stream))),
    }),
  );
  return rows.toSorted(
    (a, b) =>
      Number(b.isOwn) - Number(a.isOwn) ||
      DEVICE_STATES.indexOf(a.state) - DEVICE_STATES.indexOf(b.state),
  );
}

function byDevice(streams: readonly StreamStanding[]): ReadonlyMap<string, StreamStanding[]> {
  const devices = new Map<string, StreamStanding[]>();
  for (const stream of streams) {
    const own = devices.get(stream.keyId);
    if (own) own.push(stream);
    else devices.set(stream.keyId, [stream]);
  }
  return devices;
}

interface Judged {
  readonly standing: DeviceStanding | null;
  readonly unsentCount: number;
  readonly needsUpdate: boolean;
  readonly isUnaccepted: boolean;
}

function rowOf(keyId: string, streams: readonly StreamStanding[], judged: Judged): DeviceRow {
  const { standing, unsentCount } = judged;
  const memberId = streams[0]?.memberId ?? '';
  const isOwn = streams.some((stream) => stream.isOwn);
  const missingCount = sumOf(streams, ({ gaps }) =>
    sumOf(gaps, ({ firstMissing, lastMissing }) => lastMissing - firstMissing + 1),
  );
  const facts = { ...judged, missingCount, isForked: isForked(streams) };
  return {
    keyId,
    memberId,
    isOwn,
    streams,
    ownSeq: seqIn(streams, memberAudience(memberId)),
    teamSeq: seqIn(streams, 'team'),
    heardAtMs: standing?.heardAtMs ?? null,
    standing,
    missingCount,
    unsentCount,
    state: stateOf(facts),
  };
}

function stateOf({
  isUnaccepted,
  needsUpdate,
  missingCount,
  isForked,
  unsentCount,
}: Omit<Judged, 'standing'> & {
  readonly missingCount: number;
  readonly isForked: boolean;
}): DeviceState {
  if (isUnaccepted) return 'unaccepted';
  if (needsUpdate) return 'update';
  if (missingCount > 0) return 'missing';
  if (isForked) return 'forked';
  if (unsentCount > 0) return 'unsent';
  return 'current';
}

const isForked = (streams: readonly StreamStanding[]): boolean =>
  streams.some(({ branchCount }) => branchCount > 1);

/** Epochs of one stream follow each other: their entries add up. */
function seqIn(streams: readonly StreamStanding[], audience: string): number | null {
  const those = streams.filter((stream) => stream.audience === audience);
  return those.length === 0 ? null : sumOf(those, ({ seq }) => seq);
}

const sumOf = <T>(all: readonly T[], valueOf: (each: T) => number): number =>
  all.reduce((sum, each) => sum + valueOf(each), 0);
