import type { SyncStatus } from '../../../shared/ipc.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { contentOf, type DirectoryNode } from './memory-disk.ts';
import { filesIn } from './sync-tool.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Own streams of which more is called sent than whole files in the folder or on the server hold. */
export function unsentClaims(
  status: SyncStatus,
  replica: DirectoryNode,
  server: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const claims = status.own.filter(({ sentSeq }) => sentSeq > 0);
  if (claims.length === 0) return [];
  const wanted = new Set(claims.map(({ stream, epoch }) => `${stream}-${epoch}`));
  const ranges = new Map<string, Range[]>();
  const add = (path: string, content: Buffer) => {
    const [, , , key = '', , name = ''] = path.split('/');
    if (!wanted.has(key)) return;
    const [, first, last, start] = /^b-(\d+)-(\d+)-([0-9a-f]{16})\.outlog$/.exec(name) ?? [];
    if (start === undefined || !sha256Hex(content).startsWith(start)) return;
    const range = { first: Number(first), last: Number(last) };
    ranges.set(key, [...(ranges.get(key) ?? []), range]);
  };
  for (const [path, content] of server) add(path, content);
  for (const [path, file] of filesIn(replica, '')) {
    if (!server.has(path)) add(path, contentOf(file));
  }
  return claims.flatMap(({ stream, epoch, sentSeq }) => {
    const key = `${stream}-${epoch}`;
    const reached = reachOf(ranges.get(key) ?? []);
    return reached < sentSeq ? [`${key} up to ${sentSeq}, there is ${reached}`] : [];
  });
}

/** How far files that follow each other go from the first change on. */
function reachOf(ranges: readonly Range[]): number {
  let reached = 0;
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    if (first <= reached + 1) reached = Math.max(reached, last);
  }
  return reached;
}
