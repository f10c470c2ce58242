import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { streamKey } from '#shared/stream/change';
import type {
  ChunkReport,
  Importer,
  IncomingChunk,
  RefusedCount,
} from '../data/import/importer.ts';
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
  const land = async ({ chunks: sent, merged }: Sent): Promise<void> => {
    const answers = await merged;
    let count = 0;
    for (const [at, { source, afterSeq, lastSeq }] of sent.entries()) {
      const report = answers[at];
      if (!report || report.outcome === 'waiting') {
        chunks.skip(source);
        const left = streams.filter((each) => each.source === source);
        // What was on its way already of the same stream waits, too.
        waiting.push(...left.filter((each) => !waiting.includes(each)));
      } else {
        reports.push(report);
        if (report.outcome === 'applied') count += lastSeq - afterSeq;
      }
    }
    if (count > 0) watch.onProgress(count);
  };
  const failed = await inLots(async () => {
    await watch.mayGoOn();
    if (!watch.isCurrent()) return null;
    const next = await chunks.next();
    if (!next.ok) return next;
    if (next.value.length === 0) return null;
    return ok({ chunks: next.value, merged: importer.mergeAll(next.value) });
  }, land);
  if (failed) return failed;
  return ok({
    tally: reports.reduce<MergeTally>(addTallies, NOTHING_MERGED),
    refused: reports.flatMap(({ refused }) => refused),
    waiting,
    bearsOnAuthority: reports.some((report) => report.bearsOnAuthority),
  });
}

/** How many lots the importer has in hand: one that it writes, and one that it folds meanwhile. */
const LOTS_AT_ONCE = 2;

/**
 * Lands what is sent, in its order, and sends the next meanwhile. Answers with what `send` fails with; it has
 * no more to send where it answers null. Whatever fails, nothing is on its way any more.
 */
async function inLots(
  send: () => Promise<Result<Sent, IpcFailure> | null>,
  land: (sent: Sent) => Promise<void>,
): Promise<Result<never, IpcFailure> | null> {
  const landings: Promise<void>[] = [];
  try {
    for (;;) {
      const next = await send();
      if (!next?.ok) {
        await Promise.all(landings);
        return next;
      }
      const landing = land(next.value);
      // Who awaits it next learns of it.
      landing.catch(() => undefined);
      landings.push(landing);
      if (landings.length === LOTS_AT_ONCE) await landings.shift();
    }
  } finally {
    await Promise.allSettled(landings);
  }
}

/** Chunks that the importer has in hand. */
interface Sent {
  readonly chunks: readonly IncomingChunk[];
  readonly merged: Promise<readonly ChunkReport[]>;
}

const waitingStream = ({ source, afterSeq, lastSeq }: Behind): WaitingStream => ({
  streamKey: streamKey(source),
  memberId: source.memberId,
  keyId: source.keyId,
  changes: lastSeq - afterSeq,
});
