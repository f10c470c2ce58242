import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../../sync/atomic-write.ts';
import {
  type FileSystem,
  flushDirectory,
  makeDirectory,
  orAbsent,
} from '../../../sync/file-system.ts';
import { encodeFrame, readFrame } from '../../../sync/journal/frame.ts';
import { type Arrival, type Arriving, parseArrival } from './arrival.ts';

const SEGMENT_BYTES = 16 * 1024 * 1024;
const SEGMENT_NAME = /^\d{6}\.arrivals$/;
const GENERATION_FILE = 'generation';

interface Queued {
  readonly arriving: Arriving;
  readonly resolve: (arrival: Arrival) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The order in which batches came, on disk: what cursors and receipts' times are read from. An arrival is
 * answered after `fdatasync`; those that come while one is flushed share the next flush.
 */
export class ArrivalLog {
  readonly #fs: FileSystem;
  readonly #directory: string;
  readonly #onArrival: (arrival: Arrival) => void;
  #generation = '';
  #last = 0;
  #segment = 0;
  #handle: FileHandle | null = null;
  #end = 0;
  #queue: Queued[] = [];
  #flushing: Promise<void> | null = null;

  /** @param onArrival told each arrival once it is durable, in its order; those of before at `open` */
  constructor(fs: FileSystem, directory: string, onArrival: (arrival: Arrival) => void) {
    this.#fs = fs;
    this.#directory = directory;
    this.#onArrival = onArrival;
  }

  /** 8 hex digits that cursors carry: another one where this log cannot vouch for the old order. */
  get generation(): string {
    return this.#generation;
  }

  /** Answers what arrived before, in its order. */
  async open(): Promise<readonly Arrival[]> {
    await makeDirectory(this.#fs, this.#directory);
    const names = (await this.#fs.readdir(this.#directory)).filter((name) =>
      SEGMENT_NAME.test(name),
    );
    const arrivals: Arrival[] = [];
    let isWhole = true;
    for (const name of names.toSorted()) {
      this.#segment = Number(name.slice(0, 6));
      const bytes = await this.#fs.readFile(join(this.#directory, name));
      if (!readArrivals(bytes, arrivals)) isWhole = false;
    }
    this.#last = arrivals.at(-1)?.n ?? 0;
    const kept = await orAbsent(this.#fs.readFile(join(this.#directory, GENERATION_FILE), 'utf8'));
    const isKnown = kept !== null && /^[0-9a-f]{8}$/.test(kept);
    this.#generation = isKnown && isWhole ? kept : await this.#startGeneration();
    for (const arrival of arrivals) this.#onArrival(arrival);
    return arrivals;
  }

  /** Rejects with the file's error; nothing has arrived then. */
  append(arriving: Arriving): Promise<Arrival> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ arriving, resolve, reject });
      this.#flushing ??= this.#flushAll();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle?.close();
    this.#handle = null;
  }

  async #flushAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0);
      const arrivals = group.map(({ arriving }, at) => ({ ...arriving, n: this.#last + 1 + at }));
      try {
        await this.#write(Buffer.concat(arrivals.map(encodeFrame)));
      } catch (error) {
        // A flush that failed says nothing about the next one of the same file: the next file is a new one.
        await this.#handle?.close().catch(() => undefined);
        this.#handle = null;
        for (const { reject } of group) reject(error);
        continue;
      }
      this.#last += group.length;
      arrivals.forEach((arrival, at) => {
        this.#onArrival(arrival);
        group[at]?.resolve(arrival);
      });
    }
    this.#flushing = null;
  }

  async #write(frames: Buffer): Promise<void> {
    if (this.#end >= SEGMENT_BYTES) {
      await this.#handle?.close();
      this.#handle = null;
    }
    this.#handle ??= await this.#startSegment();
    await this.#handle.appendFile(frames);
    await this.#handle.datasync();
    this.#end += frames.length;
  }

  /** Every start begins a file of its own: nothing is ever written after what a crash left. */
  async #startSegment(): Promise<FileHandle> {
    this.#segment += 1;
    this.#end = 0;
    const name = `${String(this.#segment).padStart(6, '0')}.arrivals`;
    const handle = await this.#fs.open(join(this.#directory, name), 'ax', 0o600);
    await flushDirectory(this.#fs, this.#directory);
    return handle;
  }

  async #startGeneration(): Promise<string> {
    const generation = randomBytes(4).toString('hex');
    await writeAtomically(
      this.#fs,
      join(this.#directory, GENERATION_FILE),
      Buffer.from(generation),
    );
    return generation;
  }
}

/**
 * Adds a segment's arrivals; false where something whole was lost from it. What a failed write left was
 * never answered, and its numbers were given again: the later one counts.
 */
function readArrivals(bytes: Buffer, arrivals: Arrival[]): boolean {
  let end = 0;
  for (let frame = readFrame(bytes, 0); frame !== null; frame = readFrame(bytes, end)) {
    ({ end } = frame);
    const arrival = parseArrival(frame.value);
    if (!arrival) return false;
    while ((arrivals.at(-1)?.n ?? 0) >= arrival.n) arrivals.pop();
    arrivals.push(arrival);
  }
  return end === bytes.length;
}
