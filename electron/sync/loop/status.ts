import type { EvidenceStatus, OwnStreamStatus, SyncStatus, WaitReason } from '#shared/ipc';
import { GENESIS_HASH } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';
import type { OwnHead } from '../journal/records.ts';
import type { Workspace } from '../workspace.ts';

/** Remembers when the first unsent change of each stream was written: read once, not at every look. */
export class UnsentAges {
  #firstUnsent = new Map<string, { readonly seq: number; readonly atMs: number }>();

  async oldest(ws: Workspace): Promise<number | null> {
    let oldestMs: number | null = null;
    for (const [key, head] of ws.journal.state.streams) {
      const atMs = await this.#ageOf(ws, key, head);
      if (atMs !== null && (oldestMs === null || atMs < oldestMs)) oldestMs = atMs;
    }
    return oldestMs;
  }

  async #ageOf(ws: Workspace, key: string, head: OwnHead): Promise<number | null> {
    const sent = ws.delivery.sent.get(key) ?? { seq: 0, h: GENESIS_HASH };
    if (sent.seq >= head.seq) return null;
    const known = this.#firstUnsent.get(key);
    if (known?.seq === sent.seq + 1) return known.atMs;
    let atMs = ws.nowMs();
    try {
      await ws.reader.readAfter(key, sent, ({ hlc }) => {
        // A clock that ran ahead would make the change younger than it can be.
        atMs = Math.min(atMs, parseHlc(hlc)?.ms ?? atMs);
        return false;
      });
    } catch {
      // A disk that cannot be read now is asked again; a status must not fail for an age.
      return atMs;
    }
    this.#firstUnsent.set(key, { seq: sent.seq + 1, atMs });
    return atMs;
  }
}

/** Changes that are saved and not at the target yet. */
export const unsentCountOf = (ws: Workspace): number =>
  ownStatuses(ws).reduce((sum, { savedSeq, sentSeq }) => sum + savedSeq - sentSeq, 0);

export async function statusOf(
  ws: Workspace,
  ages: UnsentAges,
  evidence: EvidenceStatus,
): Promise<SyncStatus> {
  const own = ownStatuses(ws);
  const unsentCount = unsentCountOf(ws);
  const { target } = ws;
  return {
    workspace: ws.id,
    target: target && {
      kind: target.kind,
      label: target.label,
      isReachable: !UNREACHABLE.has(ws.waiting),
      isEncrypted: target.isEncrypted,
    },
    phase: ws.phase,
    waiting: target === null ? 'no-folder' : ws.waiting,
    unsentCount,
    unreadCount: ws.unreadCount,
    oldestUnsentAtMs: unsentCount === 0 ? null : await ages.oldest(ws),
    lastSentAtMs: ws.delivery.lastSentAtMs,
    lastReadAtMs: ws.delivery.lastReadAtMs,
    nextTryAtMs: ws.nextTryAtMs,
    own,
    rejected: [...ws.rejected.values(), ...forksOf(ws)],
    gaps: ws.gaps(),
    evidence,
    disk: ws.context.disk.state,
  };
}

const UNREACHABLE: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'folder-unreachable',
  'folder-foreign',
  'needs-keys',
  'offline',
  'receiver-wrong',
  'not-outlog',
]);

const ownStatuses = (ws: Workspace): readonly OwnStreamStatus[] =>
  [...ws.journal.state.streams].map(([key, head]) => ownStatus(ws, key, head));

function ownStatus(ws: Workspace, key: string, head: OwnHead): OwnStreamStatus {
  const { stream, epoch, audience, member, seq } = head;
  const sentSeq = Math.min(seq, ws.delivery.sent.get(key)?.seq ?? 0);
  return { stream, epoch, audience, memberId: member, savedSeq: seq, sentSeq };
}

const forksOf = (ws: Workspace): SyncStatus['rejected'] =>
  [...ws.store.streams.values()].flatMap(({ forks }) =>
    forks.map(({ name, seenAtMs }) => ({ name, problem: 'batch-fork' as const, seenAtMs })),
  );
