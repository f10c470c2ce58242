import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { streamKey } from '#shared/stream/change';
import { bridge } from '../bridge.ts';
import type { IncomingChunk } from '../data/import/importer.ts';
import type { Behind } from '../data/standing.ts';

type NextChunk = Result<IncomingChunk | null, IpcFailure>;

/**
 * The missing changes of streams, chunk by chunk. One chunk is fetched while the one before it is
 * merged, across streams too.
 */
export class ReadAhead {
  readonly #chunks: AsyncGenerator<NextChunk, void>;
  readonly #skipped = new Set<string>();
  #next: Promise<IteratorResult<NextChunk, void>>;

  constructor(workspace: string, streams: readonly Behind[]) {
    this.#chunks = this.#read(workspace, streams);
    this.#next = this.#chunks.next();
  }

  /** The next chunk, null after the last. */
  async next(): Promise<NextChunk> {
    const { value, done } = await this.#next;
    if (done || !value.ok) return value ?? ok(null);
    this.#next = this.#chunks.next();
    const { source } = value.value ?? {};
    return source && this.#skipped.has(streamKey(source)) ? await this.next() : value;
  }

  /** Leaves out the rest of a stream. */
  skip(source: Behind['source']): void {
    this.#skipped.add(streamKey(source));
  }

  async *#read(workspace: string, streams: readonly Behind[]): AsyncGenerator<NextChunk, void> {
    for (const { source, afterSeq, afterH } of streams) {
      const { stream, epoch } = source;
      let [fromSeq, fromH, hasMore] = [afterSeq, afterH, true];
      while (hasMore && !this.#skipped.has(streamKey(source))) {
        const chunk = await bridge.readChanges({
          workspace,
          stream,
          epoch,
          afterSeq: fromSeq,
          afterH: fromH,
        });
        if (!chunk.ok) {
          yield chunk;
          return;
        }
        const { lines, count, lastSeq, lastH } = chunk.value;
        if (count === 0) break;
        yield ok({ source, afterSeq: fromSeq, lines, lastSeq, lastH });
        [fromSeq, fromH, hasMore] = [lastSeq, lastH, chunk.value.hasMore];
      }
    }
  }
}
