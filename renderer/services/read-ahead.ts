import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { audienceMember, streamKey } from '#shared/stream/change';
import { rawLengthOf } from '#shared/stream/chunk-part';
import { bridge } from '../bridge.ts';
import type { IncomingChunk } from '../data/import/importer.ts';
import type { Behind } from '../data/standing.ts';

type NextChunk = Result<IncomingChunk | null, IpcFailure>;
type NextChunks = Result<readonly IncomingChunk[], IpcFailure>;

/** Merged in one transaction: many, since each costs by itself, and few enough that a save waits less than a second. */
const TOGETHER_BYTES = 9_000_000;
const TOGETHER_STREAMS = 50;

/** Where changes are read, and how: `isPlain` where what came packed could not be unpacked. */
export interface ReadFrom {
  readonly workspace: string;
  readonly isPlain: boolean;
}

/**
 * The missing changes of streams, in the order in which they are to be merged: chunks of members' logs
 * together, what says who may write by itself. Some are fetched while those before them are merged.
 */
export class ReadAhead {
  readonly #chunks: AsyncGenerator<NextChunk, void>;
  readonly #skipped = new Set<string>();
  #left: IncomingChunk | null = null;
  #next: Promise<NextChunks>;

  constructor(from: ReadFrom, streams: readonly Behind[]) {
    this.#chunks = this.#read(from, streams);
    this.#next = this.#ahead();
  }

  /** The next chunks, none after the last. */
  async next(): Promise<NextChunks> {
    const gathered = await this.#next;
    if (!gathered.ok || gathered.value.length === 0) return gathered;
    this.#next = this.#ahead();
    const wanted = gathered.value.filter(({ source }) => !this.#skipped.has(streamKey(source)));
    return wanted.length > 0 ? ok(wanted) : await this.next();
  }

  /** Leaves out the rest of a stream. */
  skip(source: Behind['source']): void {
    this.#skipped.add(streamKey(source));
  }

  /** Nobody may ask for it any more: who does learns what went wrong. */
  #ahead(): Promise<NextChunks> {
    const next = this.#gather();
    next.catch(() => undefined);
    return next;
  }

  async #gather(): Promise<NextChunks> {
    const chunks: IncomingChunk[] = [];
    let bytes = 0;
    while (bytes < TOGETHER_BYTES && chunks.length < TOGETHER_STREAMS) {
      const next = this.#left ? ok(this.#left) : await this.#one();
      this.#left = null;
      if (!next.ok) return next;
      if (!next.value) break;
      const isLog = audienceMember(next.value.source.audience) !== null;
      if (!isLog && chunks.length > 0) {
        this.#left = next.value;
        break;
      }
      chunks.push(next.value);
      bytes += rawLengthOf(next.value.parts);
      if (!isLog) break;
    }
    return ok(chunks);
  }

  async #one(): Promise<NextChunk> {
    const { value, done } = await this.#chunks.next();
    return done || !value ? ok(null) : value;
  }

  async *#read(from: ReadFrom, streams: readonly Behind[]): AsyncGenerator<NextChunk, void> {
    for (const { source, afterSeq, afterH } of streams) {
      const { stream, epoch } = source;
      let [fromSeq, fromH, hasMore] = [afterSeq, afterH, true];
      while (hasMore && !this.#skipped.has(streamKey(source))) {
        const chunk = await bridge.readChanges({
          ...from,
          stream,
          epoch,
          afterSeq: fromSeq,
          afterH: fromH,
        });
        if (!chunk.ok) {
          yield chunk;
          return;
        }
        const { parts, count, lastSeq, lastH } = chunk.value;
        if (count === 0) break;
        yield ok({ source, afterSeq: fromSeq, parts, lastSeq, lastH });
        [fromSeq, fromH, hasMore] = [lastSeq, lastH, chunk.value.hasMore];
      }
    }
  }
}
