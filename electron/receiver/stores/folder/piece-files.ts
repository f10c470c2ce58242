import { join } from 'node:path';
import type { PieceAddress } from '#shared/endpoint/protocol';
import { hash16Of, parsePieceName } from '#shared/evidence/pieces';
import { isAudience } from '#shared/stream/change';
import { sha256Hex } from '../../../sync/batch-tools.ts';
import { type FileSystem, orAbsent } from '../../../sync/file-system.ts';
import { type FilePlacer, LEAST_FREE_BYTES } from './place-file.ts';

/** Pieces of evidence, where a sync folder has them. */
export class PieceFiles {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #placer: FilePlacer;

  constructor(fs: FileSystem, folder: string, placer: FilePlacer) {
    this.#fs = fs;
    this.#folder = folder;
    this.#placer = placer;
  }

  /** Durable when it resolves. Rejects with the file's error, and where the address is none. */
  async put(address: PieceAddress, bytes: Uint8Array): Promise<void> {
    const parts = partsOf(address);
    if (parts === null) throw new Error('That is no piece.');
    if (await this.#placer.isThere(parts, bytes)) return;
    await this.#placer.place(parts, bytes, LEAST_FREE_BYTES.piece);
  }

  /** The names of what is there of one file. */
  async list(address: Omit<PieceAddress, 'piece'>): Promise<readonly string[]> {
    const directory = directoryOf(address);
    if (directory === null) return [];
    const names = (await orAbsent(this.#fs.readdir(join(this.#folder, ...directory)))) ?? [];
    return names.filter((name) => parsePieceName(name) !== null).toSorted();
  }

  /** Null where it is not there, or not whole. */
  async read(address: PieceAddress): Promise<Uint8Array | null> {
    const parts = partsOf(address);
    const piece = parsePieceName(address.piece);
    const bytes = parts && (await orAbsent(this.#fs.readFile(join(this.#folder, ...parts))));
    // A sync tool may still be writing it.
    return bytes && hash16Of(sha256Hex(bytes)) === piece?.hash16 ? bytes : null;
  }
}

const NAME = /^[a-z0-9-]{1,64}$/;
const PIECE_NAME = /^p-\d\d-\d\d-[0-9a-f]{16}\.piece$/;

function directoryOf({
  workspace,
  audience,
  hash,
}: Omit<PieceAddress, 'piece'>): readonly string[] | null {
  const isSound = NAME.test(workspace) && isAudience(audience) && /^[0-9a-f]{64}$/.test(hash);
  return isSound ? ['v1', workspace, 'evidence', audience, hash] : null;
}

function partsOf(address: PieceAddress): readonly string[] | null {
  const directory = directoryOf(address);
  return directory && PIECE_NAME.test(address.piece) ? [...directory, address.piece] : null;
}
