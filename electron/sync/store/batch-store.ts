import { basename, join } from 'node:path';
import { batchPath } from '#shared/stream/batch-format';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import { decodeBatch } from '#shared/stream/batch-decode';
import { streamKey } from '#shared/stream/change';
import { writeAtomically } from '../atomic-write.ts';
import { readerTools, sha256Hex } from '../batch-tools.ts';
import { type FileSystem, flushDirectory, orAbsent } from '../file-system.ts';
import { indexedBatch } from './indexed-batch.ts';
import { type HashInBatch, type Placement, placeBatch, placeWaiting } from './place-batch.ts';
import { hashInBody, readStored, type StoredBatch, type StoredBody } from './store-file.ts';
import {
  type IndexedBatch,
  newIndex,
  parseIndex,
  type StreamIndex,
  type StreamOrigin,
} from './stream-index.ts';

/**
 * The local store: verified batch files of every stream this device can read, its own too, laid out
 * like a sync folder, with one index file a stream. The files are the truth; an index that is missing
 * or damaged is rebuilt from them.
 */
export class BatchStore {
  #fs: FileSystem;
  #nowMs: () => number;
  #batchRoot: string;
  #indexRoot: string;
  #streams = new Map<string, StreamIndex>();
  #paths = new Map<string, Set<string>>();
  #dirty = new Set<string>();
  #read: { path: string; stored: StoredBatch } | null = null;

  constructor(fs: FileSystem, directory: string, workspace: string, nowMs: () => number) {
    this.#fs = fs;
    this.#nowMs = nowMs;
    this.#batchRoot = join(directory, 'store', 'v1', workspace);
    this.#indexRoot = join(directory, 'index');
  }

  get streams(): ReadonlyMap<string, StreamIndex> {
    return this.#streams;
  }

  /** Reads the indexes; rebuilds those that are missing altogether or damaged. */
  async open(): Promise<void> {
    const names = (await orAbsent(this.#fs.readdir(this.#indexRoot))) ?? [];
    let isWhole = names.length > 0;
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const index = parseIndex(await this.#fs.readFile(join(this.#indexRoot, name), 'utf8'));
      if (index && name === `${streamKey(index)}.json`) this.#hold(index);
      else isWhole = false;
    }
    if (!isWhole) await this.reconcile();
  }

  /** Indexes batch files that no index knows: a crash fell between the two writes, or an index was lost. */
  async reconcile(isWanted: (streamKey: string) => boolean = () => true): Promise<void> {
    for (const audience of await this.#directoriesIn(this.#batchRoot)) {
      for (const key of await this.#directoriesIn(join(this.#batchRoot, audience))) {
        if (isWanted(key)) await this.#reconcileStream(audience, key);
      }
    }
    await this.save();
  }

  /** True where exactly this file is in the store, by the name that its content gives it. */
  has(key: string, path: string): boolean {
    return this.#paths.get(key)?.has(path) ?? false;
  }

  /** Keeps a verified batch: file first, then the index in memory; `save` writes that. */
  async add(file: Uint8Array, batch: VerifiedBatch): Promise<Placement> {
    const sha256 = sha256Hex(file);
    const { header, heads } = batch;
    const path = batchPath(header, heads[0]?.hlc ?? '', sha256);
    const key = streamKey(header);
    if (this.has(key, path)) return 'known';
    await writeAtomically(this.#fs, join(this.#batchRoot, header.audience, key, path), file);
    return await this.#index(header, indexedBatch(batch, path, sha256));
  }

  /** Writes the indexes that changed. They can be rebuilt, so a failure only costs time at the next start. */
  async save(): Promise<void> {
    for (const key of this.#dirty) {
      const index = this.#streams.get(key);
      if (!index) continue;
      const bytes = Buffer.from(JSON.stringify(index));
      await writeAtomically(this.#fs, join(this.#indexRoot, `${key}.json`), bytes);
      this.#dirty.delete(key);
    }
  }

  pathOf(index: StreamIndex, batch: IndexedBatch): string {
    return join(this.#batchRoot, index.audience, streamKey(index), batch.path);
  }

  /** A batch's file as it was sealed; null where it is gone or holds other bytes by now. */
  async readSealed(index: StreamIndex, batch: IndexedBatch): Promise<Uint8Array | null> {
    const file = await orAbsent(this.#fs.readFile(this.pathOf(index, batch)));
    return file !== null && sha256Hex(file) === batch.sha256 ? file : null;
  }

  /** A batch that is here whole; the last one stays in memory, since reading goes on where it ended. */
  async readBatch(index: StreamIndex, batch: IndexedBatch): Promise<StoredBatch | null> {
    const path = this.pathOf(index, batch);
    if (this.#read?.path === path) return this.#read.stored;
    const file = await orAbsent(this.#fs.readFile(path));
    const stored = file && readStored(file, batch.sha256);
    if (stored) this.#read = { path, stored };
    return stored;
  }

  /** A batch's lines. */
  async openBatch(index: StreamIndex, batch: IndexedBatch): Promise<StoredBody | null> {
    const stored = await this.readBatch(index, batch);
    return stored && stored.open();
  }

  hashIn(index: StreamIndex): HashInBatch {
    return async (batch, seq) => {
      const body = await this.openBatch(index, batch);
      return body && hashInBody(body, seq);
    };
  }

  /** Forgets a stream whose files were found damaged and reads it again; what is lost is fetched anew. */
  async rebuild(key: string): Promise<void> {
    const index = this.#streams.get(key);
    if (!index) return;
    this.#read = null;
    this.#hold(newIndex(index));
    this.#dirty.add(key);
    await this.#reconcileStream(index.audience, key);
    await this.save();
  }

  async #index(origin: StreamOrigin, batch: IndexedBatch): Promise<Placement> {
    const key = streamKey(origin);
    const index = this.#streams.get(key) ?? newIndex(origin);
    this.#hold(index);
    this.#paths.get(key)?.add(batch.path);
    index.batches.push(batch);
    this.#dirty.add(key);
    const hashIn = this.hashIn(index);
    const placement = await placeBatch(index, index.batches.length - 1, hashIn);
    const forked = placement === 'forked' ? [batch] : [];
    if (placement !== 'waiting') forked.push(...(await placeWaiting(index, hashIn)));
    for (const { path } of forked) {
      index.forks.push({ name: basename(path), seenAtMs: this.#nowMs() });
    }
    return placement;
  }

  #hold(index: StreamIndex): void {
    const key = streamKey(index);
    if (this.#streams.get(key) === index) return;
    this.#streams.set(key, index);
    this.#paths.set(key, new Set(index.batches.map(({ path }) => path)));
  }

  async #reconcileStream(audience: string, key: string): Promise<void> {
    const directory = join(this.#batchRoot, audience, key);
    const found: { origin: StreamOrigin; batch: IndexedBatch }[] = [];
    for (const month of await this.#directoriesIn(directory)) {
      for (const name of (await orAbsent(this.#fs.readdir(join(directory, month)))) ?? []) {
        const path = `${month}/${name}`;
        if (this.has(key, path) || !name.endsWith('.outlog')) continue;
        const file = await this.#fs.readFile(join(directory, path));
        const batch = decodeBatch(file, readerTools);
        if (batch.ok && streamKey(batch.header) === key) {
          found.push({ origin: batch.header, batch: indexedBatch(batch, path, sha256Hex(file)) });
        } else {
          await this.#fs.rename(join(directory, path), join(directory, `${path}.damaged`));
        }
      }
      // Whoever wrote them may have died before their names were safe, and the index's name will be.
      if (found.length > 0) await flushDirectory(this.#fs, join(directory, month));
    }
    for (const { origin, batch } of found.toSorted((a, b) => a.batch.first - b.batch.first)) {
      await this.#index(origin, batch);
    }
  }

  async #directoriesIn(directory: string): Promise<readonly string[]> {
    const entries = await orAbsent(this.#fs.readdir(directory, { withFileTypes: true }));
    return (entries ?? [])
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  }
}
