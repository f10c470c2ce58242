import { join } from 'node:path';
import { isContentHash, MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { removeQuietly, TEMPORARY_PREFIX, writeAtomically } from '../atomic-write.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';
import { digestOf } from './digest.ts';

/** Files by their content: each is named by its SHA-256 and stored once, however often it is attached. */
export class EvidenceStore {
  #fs: FileSystem;
  #directory: string;
  #held = new Set<string>();
  #opening: Promise<void> | null = null;

  constructor(fs: FileSystem, directory: string) {
    this.#fs = fs;
    this.#directory = directory;
  }

  /** Once: reads what there is, and removes what a write cut short left. Before every other call. */
  open(): Promise<void> {
    this.#opening ??= this.#read();
    // A disk that did not answer is asked again.
    this.#opening.catch(() => (this.#opening = null));
    return this.#opening;
  }

  has(hash: string): boolean {
    return this.#held.has(hash);
  }

  /** Of all that is held, sorted. */
  hashes(): readonly string[] {
    return [...this.#held].toSorted();
  }

  /** Null where it is not here. */
  async sizeOf(hash: string): Promise<number | null> {
    return (await orAbsent(this.#fs.stat(this.#pathOf(hash))))?.size ?? null;
  }

  /** Keeps a file; when this returns it is on the disk. One that is here already is kept if it is whole. */
  async add(hash: string, bytes: Uint8Array): Promise<void> {
    if (this.has(hash) && (await this.read(hash)) !== null) return;
    await writeAtomically(this.#fs, this.#pathOf(hash), bytes);
    this.#held.add(hash);
  }

  /** Null where it is not here, or no longer what it was: that is put aside, so that it is fetched again. */
  async read(hash: string): Promise<Uint8Array | null> {
    const path = this.#pathOf(hash);
    const size = await this.sizeOf(hash);
    const isPossible = size !== null && size <= MAX_EVIDENCE_BYTES;
    const bytes = isPossible ? await orAbsent(this.#fs.readFile(path)) : null;
    if (bytes !== null && (await digestOf(bytes)) === hash) return bytes;
    this.#held.delete(hash);
    if (size !== null) await this.#fs.rename(path, `${path}.damaged`);
    return null;
  }

  #pathOf(hash: string): string {
    return join(this.#directory, hash);
  }

  async #read(): Promise<void> {
    for (const name of (await orAbsent(this.#fs.readdir(this.#directory))) ?? []) {
      if (isContentHash(name)) this.#held.add(name);
      if (!name.startsWith(TEMPORARY_PREFIX)) continue;
      await removeQuietly(this.#fs, join(this.#directory, name));
    }
  }
}
