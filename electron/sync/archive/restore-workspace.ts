import type { FileHandle } from 'node:fs/promises';
import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { isAudience } from '#shared/stream/change';
import { objectIn } from '#shared/stream/batch-header';
import { verifySignature } from '../../identity/device-key.ts';
import { fromHex } from '#shared/hex';
import { acceptBatch } from '../accept.ts';
import type { EngineContext } from '../engine-context.ts';
import { folderKeysFrom } from '../encryption/audience-keys.ts';
import { keepKeys } from '../encryption/kept-keys.ts';
import { isSealedFile } from '../encryption/sealed-file.ts';
import { isOutOfSpace } from '../journal/journal.ts';
import type { WorkspaceFile } from '../workspace-file.ts';
import type { Workspace } from '../workspace.ts';
import type { Workspaces } from '../workspaces.ts';
import { ArchiveError } from './archive-error.ts';
import {
  type ArchiveFacts,
  type ArchiveManifest,
  factsSchema,
  manifestMessage,
  manifestSchema,
} from './archive-format.ts';
import { type ArchiveEntry, readArchive } from './archive-reader.ts';
import { chunksOf, openStream } from './passphrase-stream.ts';
import { stateHashOf } from './state-hash.ts';

const READ_BYTES = 1024 * 1024;

export interface Restored {
  readonly entry: WorkspaceEntry;
  readonly stateHash: string;
  /** Whether somebody can write here: the archive brought the seat's key. */
  readonly hasKeys: boolean;
}

export interface Restoring {
  readonly filePath: string;
  readonly passphrase: string | null;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
}

/** Whether an archive has to be opened with a passphrase. Throws file errors. */
export async function isArchiveSealed(
  { fs }: Pick<EngineContext, 'fs'>,
  filePath: string,
): Promise<boolean> {
  const handle = await fs.open(filePath, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return isSealedFile(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/**
 * Takes a whole workspace from an archive. It is put together aside and moved into place only when every
 * entry has been verified and the state is, by its hash, the one that was exported: otherwise nothing of it
 * stays. Failures: `workspace-here`, an `ArchiveProblem`, `file-gone`, `disk-full`, `disk-failed`.
 */
export async function restoreWorkspace(
  context: EngineContext,
  workspaces: Workspaces,
  { filePath, passphrase, onProgress }: Restoring,
): Promise<Result<Restored, IpcFailure>> {
  const { fs } = context;
  let handle: FileHandle;
  try {
    handle = await fs.open(filePath, 'r');
  } catch {
    return fail('file-gone', 'after-fix');
  }
  try {
    const isSealed = await isArchiveSealed(context, filePath);
    if (isSealed && passphrase === null) return fail('archive-locked', 'after-fix');
    const { size } = await handle.stat();
    const file = streamOf(handle, (done) => onProgress(done, size));
    const stream = isSealed ? await openStream(file, passphrase ?? '') : file;
    const entries = readArchive(chunksOf(stream));
    const facts = await readFacts(entries);
    if (workspaces.file(facts.workspace)) return fail('workspace-here', 'after-fix');
    let stateHash = '';
    const added = await workspaces.add(restoredFile(context, facts), async (ws) => {
      const filled = await fill(ws, entries);
      if (filled.ok) stateHash = filled.value;
      return filled.ok ? ok(null) : filled;
    });
    if (!added.ok) return added;
    const hasKeys = facts.seats.some(({ seed }) => seed !== undefined);
    return ok({ entry: added.value, stateHash, hasKeys });
  } catch (error) {
    return failed(error);
  } finally {
    await handle.close();
  }
}

function failed(error: unknown): Result<never, IpcFailure> {
  if (error instanceof ArchiveError) {
    return fail(error.code, error.code === 'archive-passphrase' ? 'after-fix' : 'never');
  }
  return fail(isOutOfSpace(error) ? 'disk-full' : 'disk-failed', 'later');
}

function streamOf(handle: FileHandle, onRead: (doneBytes: number) => void) {
  let doneBytes = 0;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES);
      if (bytesRead === 0) return controller.close();
      doneBytes += bytesRead;
      onRead(doneBytes);
      controller.enqueue(new Uint8Array(buffer.subarray(0, bytesRead)));
    },
  });
}

async function readFacts(entries: AsyncGenerator<ArchiveEntry>): Promise<ArchiveFacts> {
  const first = await entries.next();
  if (first.done === true || first.value.kind !== 'facts')
    throw new ArchiveError('archive-damaged');
  return parsed(factsSchema, first.value.bytes);
}

interface Schema<T> {
  safeParse(value: unknown): { readonly data?: T | undefined };
}

function parsed<T>(schema: Schema<T>, bytes: Uint8Array): T {
  const { data } = schema.safeParse(objectIn(Buffer.from(bytes).toString('utf8')));
  if (data === undefined) throw new ArchiveError('archive-damaged');
  return data;
}

/**
 * The target stays behind: a folder lies elsewhere here. Own streams are not in a journal, so that the first
 * change opens a new epoch that names the old one; the machine it comes from may go on in its own.
 */
function restoredFile({ options }: EngineContext, facts: ArchiveFacts): WorkspaceFile {
  const { protector } = options;
  const keys = facts.folderKeys ? folderKeysFrom(facts.folderKeys) : null;
  return {
    v: 1,
    id: facts.workspace,
    name: facts.name,
    isSample: false,
    founderKey: facts.founderKey,
    createdAtMs: options.nowMs(),
    place: '',
    folder: null,
    endpoint: null,
    encryption: keys && keepKeys(protector, keys),
    seats: facts.seats.map(({ seed, ...seat }) => ({
      ...seat,
      // A seat without its key can be read; a new invite makes it one that writes.
      sealedSeed:
        seed === undefined
          ? ''
          : Buffer.from(protector.seal(Buffer.from(seed, 'base64'))).toString('base64'),
      protection: seed === undefined ? 'plain-file' : protector.kind,
    })),
    retired: [],
  };
}

/** Answers the state hash of what was put together, which is the archive's. */
async function fill(
  ws: Workspace,
  entries: AsyncGenerator<ArchiveEntry>,
): Promise<Result<string, IpcFailure>> {
  try {
    await ws.evidence.open();
    await ws.offers.open(null);
    let manifest: ArchiveManifest | null = null;
    for await (const entry of entries) {
      if (manifest !== null) throw new ArchiveError('archive-damaged');
      if (entry.kind === 'manifest') manifest = checkedManifest(ws, entry);
      else await take(ws, entry);
    }
    if (manifest === null) throw new ArchiveError('archive-truncated');
    await ws.store.save();
    const stateHash = stateHashOf(ws.store);
    if (stateHash !== manifest.stateHash) throw new ArchiveError('archive-damaged');
    for (const { audience, hash } of manifest.offers) {
      if (isAudience(audience)) await ws.offers.add({ audience, hash });
    }
    return ok(stateHash);
  } catch (error) {
    return failed(error);
  }
}

async function take(ws: Workspace, { kind, bytes, sha256 }: ArchiveEntry): Promise<void> {
  if (kind === 'evidence') return await ws.evidence.add(sha256, bytes);
  const acceptance = kind === 'batch' ? await acceptBatch(ws, bytes) : null;
  if (acceptance === null || acceptance.kind === 'rejected') {
    throw new ArchiveError('archive-damaged');
  }
}

function checkedManifest(ws: Workspace, entry: ArchiveEntry): ArchiveManifest {
  const manifest = parsed(manifestSchema, entry.bytes);
  const { keyId, sig } = manifest;
  const isWritersOwn = [...ws.store.streams.values()].some((index) => index.keyId === keyId);
  const isSound =
    manifest.entryCount === entry.index &&
    manifest.entriesSha256 === entry.entriesBefore &&
    isWritersOwn &&
    verifySignature(keyId, manifestMessage(manifest), fromHex(sig));
  if (!isSound) throw new ArchiveError('archive-damaged');
  return manifest;
}
