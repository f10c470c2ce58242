import type { Change } from '#shared/stream/change';
import { GENESIS_HASH } from '#shared/stream/change';
import type { FileSystem } from '../file-system.ts';
import type { Journal } from './journal.ts';
import type { HeadFrame } from './records.ts';
import { listSegments, partsIn, readHead, segmentPath } from './segment.ts';

/** Where a stream stands: a sequence number and the chain hash there. */
export interface Position {
  readonly seq: number;
  readonly h: string;
}

/** Reads one journal's streams from its segments; keeps the segments' first frames in memory. */
export class JournalReader {
  #fs: FileSystem;
  #journal: Journal;
  #heads = new Map<number, HeadFrame | null>();

  constructor(fs: FileSystem, journal: Journal) {
    this.#fs = fs;
    this.#journal = journal;
  }

  /**
   * Hands over the changes that follow `after`, in order and without a hole, until `take` answers that
   * it wants no more. False where the stream does not pass through `after`. Ends early where a segment
   * is damaged.
   */
  async readAfter(
    streamKey: string,
    after: Position,
    take: (change: Change) => boolean,
  ): Promise<boolean> {
    const listed = await listSegments(this.#fs, this.#journal.directory);
    // What lies behind the last one is being made: nothing in it was answered, and its head may be half written.
    const numbers = listed.filter((number) => number <= this.#journal.lastSegment);
    const start = await this.#segmentBefore(numbers, streamKey, after.seq);
    let at = await this.#positionAtStart(numbers[start], streamKey);
    for (let i = start; i < numbers.length; i += 1) {
      const limit = await this.#seqAtEnd(numbers.slice(i + 1), streamKey);
      for (const change of await this.#changesIn(numbers[i], streamKey)) {
        if (change.seq > limit) break;
        if (change.seq !== at.seq + 1) continue;
        if (at.seq === after.seq && at.h !== after.h) return false;
        const isWanted = at.seq >= after.seq;
        at = change;
        if (isWanted && !take(change)) return true;
      }
    }
    return at.seq > after.seq || (at.seq === after.seq && at.h === after.h);
  }

  /** The last segment that begins at or before `seq` of the stream. */
  async #segmentBefore(
    numbers: readonly number[],
    streamKey: string,
    seq: number,
  ): Promise<number> {
    for (let i = numbers.length - 1; i > 0; i -= 1) {
      const isSound = (await this.#headOf(numbers[i])) !== null;
      if (isSound && (await this.#positionAtStart(numbers[i], streamKey)).seq <= seq) return i;
    }
    return 0;
  }

  async #positionAtStart(number: number | undefined, streamKey: string): Promise<Position> {
    const head = await this.#headOf(number);
    const own = head?.streams.find((each) => `${each.stream}-${each.epoch}` === streamKey);
    return own ?? { seq: 0, h: GENESIS_HASH };
  }

  /** As far as the next sound segment says, whatever was left behind in between. */
  async #seqAtEnd(later: readonly number[], streamKey: string): Promise<number> {
    for (const number of later) {
      if ((await this.#headOf(number)) === null) continue;
      return (await this.#positionAtStart(number, streamKey)).seq;
    }
    return this.#journal.state.streams.get(streamKey)?.seq ?? 0;
  }

  /** Null where its first frame is not sound. */
  async #headOf(number: number | undefined): Promise<HeadFrame | null> {
    if (number === undefined) return null;
    const known = this.#heads.get(number);
    if (known !== undefined) return known;
    const head = await readHead(this.#fs, segmentPath(this.#journal.directory, number));
    this.#heads.set(number, head);
    return head;
  }

  async #changesIn(number: number | undefined, streamKey: string): Promise<readonly Change[]> {
    if (number === undefined) return [];
    const { tail } = this.#journal;
    const bytes = await this.#fs.readFile(segmentPath(this.#journal.directory, number));
    const sound = tail?.number === number ? bytes.subarray(0, tail.end) : bytes;
    const changes: Change[] = [];
    for (const part of partsIn(sound)) {
      if (`${part.stream}-${part.epoch}` === streamKey) changes.push(...part.changes);
    }
    return changes;
  }
}
