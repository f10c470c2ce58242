import type { SyncStatus } from '#shared/ipc';
import { readPeers } from './read-peers.ts';
import { readQueue } from './queue/read-queue.ts';
import { shortId } from './sync-log.ts';
import type { SyncLoop } from './sync-loop.ts';

/**
 * What somebody who helps needs to see: how things stand, then what happened. Counts, codes, times and
 * short ids, as in `sync-log.ts`: no content, names, paths or addresses.
 */
export async function supportLog(loop: SyncLoop): Promise<string> {
  const { ws } = loop;
  const [status, queue, lines] = await Promise.all([loop.status(), readQueue(ws), ws.log.lines()]);
  const { streams, devices, receiverOffset, freeBytes } = readPeers(ws);
  const refused = countBy(queue.refused.map(({ problem }) => problem));
  return [
    `at ${time(ws.nowMs())}, workspace ${shortId(ws.id)}`,
    `target ${targetText(status)}, ${status.waiting}, disk ${status.disk} ${freeBytes ?? '?'} bytes free`,
    `unsent ${status.unsentCount} entries in ${queue.items.length} items, oldest ${time(status.oldestUnsentAtMs)}, next try ${time(status.nextTryAtMs)}`,
    `last sent ${time(status.lastSentAtMs)}, last read ${time(status.lastReadAtMs)}`,
    `files ${status.evidence.waitingCount} to send, ${status.evidence.absentCount} absent, ${status.evidence.waiting}`,
    `refused ${[...refused].map(([problem, count]) => `${count} ${problem}`).join(', ') || 'none'}`,
    `receiver clock ${offsetText(receiverOffset)}`,
    '',
    ...streams.map(
      ({ stream, epoch, isOwn, seq, gaps, branchCount, keyId }) =>
        `stream ${stream.slice(0, 8)}-${epoch} of ${keyId.slice(0, 8)}${isOwn ? ' (own)' : ''} up to ${seq}` +
        `${gaps.map(({ firstMissing, lastMissing }) => `, missing ${firstMissing} to ${lastMissing}`).join('')}` +
        `${branchCount > 1 ? `, ${branchCount} branches` : ''}`,
    ),
    ...devices.map(
      ({ keyId, heardAtMs, offset }) =>
        `device ${keyId.slice(0, 8)} heard ${time(heardAtMs)}, clock ${offsetText(offset)}`,
    ),
    '',
    ...lines,
    '',
  ].join('\n');
}

const time = (ms: number | null): string => (ms === null ? 'never' : new Date(ms).toISOString());

const targetText = ({ target }: SyncStatus): string =>
  target === null
    ? 'none'
    : `${target.kind}, ${target.isReachable ? 'reachable' : 'away'}${target.isEncrypted ? ', encrypted' : ''}`;

const offsetText = (
  offset: { readonly atLeastMs: number | null; readonly atMostMs: number | null } | null,
): string => `${offset?.atLeastMs ?? '?'} to ${offset?.atMostMs ?? '?'} ms ahead`;

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
