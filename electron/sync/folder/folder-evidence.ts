import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isContentHash } from '#shared/evidence/evidence';
import { parsePieceName } from '#shared/evidence/pieces';
import { isAudience } from '#shared/stream/change';
import type { EvidencePlace, FoundPiece } from '../evidence/evidence-place.ts';
import type { Offer } from '../evidence/offers.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import type { TargetProblem } from '../target.ts';
import type { FolderFiles } from './folder-files.ts';
import { readPatiently } from './read-patiently.ts';
import { sweepTemporary } from './sweep-temporary.ts';

/** More in one directory is not what Outlog writes. */
const MOST_ENTRIES = 2_000;
const HASH_LENGTH = 64;
/** As with batches: a busy file is tried for a minute, a call that never comes back is given up. */
const PIECE_TIME_MS = 90_000;

/** Files in a sync folder: `v1/<workspace>/evidence/<audience>/<hash>/<piece>`. */
export function folderEvidence(
  ws: Workspace,
  folder: string,
  files: FolderFiles,
  check: () => Promise<TargetProblem | null>,
): EvidencePlace {
  const partsOf = ({ audience, hash }: Offer) => ['v1', ws.id, 'evidence', audience, hash];
  return {
    fruitlessLooks: 200,
    deliver: async (offer, { name, bytes }, signal) => {
      const parts = [...partsOf(offer), name];
      const file = { audience: offer.audience, parts, bytes, signal };
      await withinTime(PIECE_TIME_MS, files.deliver(file));
      // Also whether it is to be sealed by now: what follows of the file is not written in plain.
      return await check();
    },
    finish: (offer) => sweepTemporary(ws.fs, join(folder, ...partsOf(offer)), ws.nowMs()),
    findMissing: () => findMissing(ws, folder),
    placesOf: async (hash) =>
      (await readableDirectories(ws, folder)).map((audience) => join(audience, hash)),
    piecesIn: (places) => piecesIn(ws.fs, places),
    read: async (path) => {
      const read = await readPatiently(ws, path);
      if (read === null || !('bytes' in read)) return null;
      const audience = basename(dirname(dirname(path)));
      const opened = isAudience(audience) ? await files.open(read.bytes, audience) : 'locked';
      return typeof opened === 'string' ? null : opened;
    },
  };
}

/** What is here costs no look at its pieces, so a listing costs a call for each audience. */
async function findMissing(
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

/** What calls itself a piece in these directories; nothing else there is looked at. */
async function piecesIn(
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
