import { createHash } from 'node:crypto';
import { sha256Hex } from '../batch-tools.ts';
import {
  ARCHIVE_END_LINE,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type EntryKind,
} from './archive-format.ts';

/** Takes the bytes of an archive one after the other, as fast as it can. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Writes the parts of an archive in their order, and remembers what it wrote. */
export class ArchiveWriter {
  entryCount = 0;
  #write: Sink;
  #entries = createHash('sha256');

  constructor(write: Sink) {
    this.#write = write;
  }

  async begin(): Promise<void> {
    await this.#line(JSON.stringify({ format: ARCHIVE_FORMAT, v: ARCHIVE_VERSION }));
  }

  async add(kind: EntryKind, bytes: Uint8Array): Promise<void> {
    const line = JSON.stringify({ kind, size: bytes.length, sha256: sha256Hex(bytes) });
    await this.#line(line);
    await this.#write(bytes);
    this.#entries.update(`${line}\n`);
    this.entryCount += 1;
  }

  /** SHA-256 over the lines of all entries so far. */
  get entriesSha256(): string {
    return this.#entries.copy().digest('hex');
  }

  async end(): Promise<void> {
    await this.#line(ARCHIVE_END_LINE);
  }

  #line(text: string): Promise<void> {
    return this.#write(Buffer.from(`${text}\n`, 'utf8'));
  }
}
