import { ArchiveError } from './archive-error.ts';

const LINE_FEED = 10;

/** Reads lines and stretches of known length from bytes that come in pieces. */
export class ByteReader {
  #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its line feed; one that is longer than it may be is no line of an archive. */
  async line(mostBytes: number): Promise<string> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(LINE_FEED, searched);
      if (end >= 0 && end <= mostBytes) {
        return Buffer.from(this.#take(end + 1).subarray(0, end)).toString('utf8');
      }
      if (this.#held.length > mostBytes) throw new ArchiveError('archive-damaged');
      searched = this.#held.length;
      if (!(await this.#more())) throw new ArchiveError('archive-truncated');
    }
  }

  async bytes(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) {
        throw new ArchiveError('archive-truncated');
      }
      const part = this.#take(Math.min(missing, this.#held.length));
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more());
  }

  #take(count: number): Uint8Array {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      if (next.value.length === 0) continue;
      this.#held = Buffer.concat([this.#held, next.value]);
      return true;
    }
  }
}
