import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { streamKey } from '#shared/stream/change';
import type { ChunkReport, Importer, RefusedCount } from '../data/import/importer.ts';
import type { Behind } from '../data/standing.ts';
import type { MergeTally } from '../data/tally.ts';
import { NOTHING_MERGED, addTallies } from '../data/tally.ts';
import type { WaitingStream } from '../state/session.ts';
import type { ReadFrom } from './read-ahead.ts';
import { ReadAhead } from './read-ahead.ts';

/** What a catch-up merged, and what it left out. */
export interface Merged {
  readonly tally: MergeTally;
  readonly refused: readonly RefusedCount[];
  readonly waiting: readonly WaitingStream[];
}

export const NOTHING_NEW: Merged = { tally: NOTHING_MERGED, refused: [], waiting: [] };

/** What two catch-ups did; what waits is what waited last. */
export const joinMerged = (before: Merged, after: Merged): Merged => ({
  tally: addTallies(before.tally, after.tally),
  refused: [...before.refused, ...after.refused],
  waiting: after.waiting,
});

/** What a merge asks between transactions, and whom it tells. */
export interface MergeWatch {
  /** Gets the number of changes that each transaction merged. */
  readonly onProgress: (changes: number) => void;
  /** Resolves when merging may go on: at once, unless it is paused. */
  readonly mayGoOn: () => Promise<void>;
  /** Merging stops where this ends. */
  readonly isCurrent: () => boolean;
}

/**
 * Merges the missing changes of streams. A stream whose device is not accepted waits, and is tried
 * again as long as the others bring news of who may write.
 */
export async function mergeStreams(
  from: ReadFrom,
  streams: readonly Behind[],
  importer: Importer,
  watch: MergeWatch,
): Promise<Result<Merged, IpcFailure>> {
  let merged = NOTHING_NEW;
  let left = streams;
  let bearsOnAuthority = false;
  for (;;) {
    const pass = await mergePass(from, left, importer, watch);
    if (!pass.ok) return pass;
    const { tally, refused, waiting } = pass.value;
    merged = joinMerged(merged, { tally, refused, waiting: waiting.map(waitingStream) });
    bearsOnAuthority ||= pass.value.bearsOnAuthority;
    if (waiting.length === 0 || !pass.value.bearsOnAuthority) break;
    left = waiting;
  }
  if (!bearsOnAuthority) return ok(merged);
  return ok({ ...merged, tally: addTallies(merged.tally, await importer.settle()) });
}

interface Pass {
  readonly tally: MergeTally;
  readonly refused: readonly RefusedCount[];
  readonly waiting: readonly Behind[];
  readonly bearsOnAuthority: boolean;
}

async function mergePass(
  from: ReadFrom,
  streams: readonly Behind[],
  importer: Importer,
  watch: MergeWatch,
): Promise<Result<Pass, IpcFailure>> {
  const chunks = new ReadAhead(from, streams);
  const waiting: Behind[] = [];
  const reports: ChunkReport[] = [];
  for (;;) {
    await watch.mayGoOn();
    if (!watch.isCurrent()) break;
    const next = await chunks.next();
    if (!next.ok) return next;
    if (next.value.length === 0) break;
    const merged = await importer.mergeAll(next.value);
    let count = 0;
    for (const [at, { source, afterSeq, lastSeq }] of next.value.entries()) {
      const report = merged[at];
      if (!report || report.outcome === 'waiting') {
        chunks.skip(source);
        waiting.push(...streams.filter((each) => each.source === source));
      } else {
        reports.push(report);
        count += lastSeq - afterSeq;
      }
    }
    if (count > 0) watch.onProgress(count);
  }
  return ok({
    tally: reports.reduce<MergeTally>(addTallies, NOTHING_MERGED),
    refused: reports.flatMap(({ refused }) => refused),
    waiting,
    bearsOnAuthority: reports.some((report) => report.bearsOnAuthority),
  });
}

const waitingStream = ({ source, afterSeq, lastSeq }: Behind): WaitingStream => ({
  streamKey: streamKey(source),
  memberId: source.memberId,
  keyId: source.keyId,
  changes: lastSeq - afterSeq,
});
