import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isContentHash } from '#shared/evidence/evidence';
import { parsePieceName, type PieceName } from '#shared/evidence/pieces';
import { isAudience } from '#shared/stream/change';
import { type FileSystem, orAbsent } from '../file-system.ts';
import type { Workspace } from '../workspace.ts';

/** A file in the folder that calls itself a piece. */
export interface FoundPiece extends PieceName {
  readonly path: string;
}

/** More in one directory is not what Outlog writes. */
const MOST_ENTRIES = 2_000;
const HASH_LENGTH = 64;

/**
 * The directories in the sync folder of files that are not here yet, by hash. What is here costs no look
 * at its pieces, so a listing costs a call for each audience. File errors are thrown.
 */
export async function findMissing(
  ws: Workspace,
  folder: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const missing = new Map<string, string[]>();
  for (const audience of await readableDirectories(ws, folder)) {
    for (const { name } of await directoriesIn(ws.fs, audience)) {
      // A sync tool may have put a conflicted copy of the directory beside it.
      const hash = name.slice(0, HASH_LENGTH);
      if (!isContentHash(hash) || ws.evidence.has(hash)) continue;
      const found = missing.get(hash) ?? [];
      missing.set(hash, [...found, join(audience, name)]);
    }
  }
  return missing;
}

/** Where one file would lie: asked without listing what else there is. */
export async function placesOf(
  ws: Workspace,
  folder: string,
  hash: string,
): Promise<readonly string[]> {
  return (await readableDirectories(ws, folder)).map((audience) => join(audience, hash));
}

/** What calls itself a piece in these directories; nothing else there is looked at. */
export async function piecesIn(
  fs: FileSystem,
  directories: readonly string[],
): Promise<readonly FoundPiece[]> {
  const pieces: FoundPiece[] = [];
  for (const directory of directories) {
    const names = (await orAbsent(fs.readdir(directory))) ?? [];
    for (const name of names.toSorted().slice(0, MOST_ENTRIES)) {
      const piece = parsePieceName(name);
      if (piece) pieces.push({ ...piece, path: join(directory, name) });
    }
  }
  return pieces;
}

async function readableDirectories(ws: Workspace, folder: string): Promise<readonly string[]> {
  const root = join(folder, 'v1', ws.id, 'evidence');
  return (await directoriesIn(ws.fs, root))
    .filter(({ name }) => isAudience(name) && ws.canRead(name))
    .map(({ name }) => join(root, name));
}

async function directoriesIn(fs: FileSystem, directory: string): Promise<readonly Dirent[]> {
  const entries = await orAbsent(fs.readdir(directory, { withFileTypes: true }));
  return (entries ?? []).filter((entry) => entry.isDirectory());
}
