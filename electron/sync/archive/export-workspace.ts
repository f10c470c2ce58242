import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/result';
import { toHex } from '#shared/hex';
import type { IpcFailure } from '#shared/ipc';
import { removeQuietly, TEMPORARY_PREFIX } from '../atomic-write.ts';
import { openKeys } from '../encryption/kept-keys.ts';
import { flushDirectory } from '../file-system.ts';
import { isOutOfSpace } from '../journal/journal.ts';
import { sealAll } from '../loop/seal.ts';
import { seedOf } from '../seat.ts';
import type { Workspace } from '../workspace.ts';
import { type ArchiveFacts, type ArchiveManifest, manifestMessage } from './archive-format.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { chunksOf, sealStream } from './passphrase-stream.ts';
import { stateHashOf } from './state-hash.ts';

export interface Exported {
  readonly fileName: string;
  readonly stateHash: string;
}

interface Exporting {
  readonly filePath: string;
  /** Null: nothing is encrypted, and no key is in it. */
  readonly passphrase: string | null;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Writes everything that this device holds of a workspace into one file: all of it or, where that does not
 * work, no file. Failures: `disk-full`, `disk-failed`, `no-seat` where its own key cannot be opened.
 */
export async function exportWorkspace(
  ws: Workspace,
  { filePath, passphrase, onProgress }: Exporting,
): Promise<Result<Exported, IpcFailure>> {
  const [seat] = ws.seats.values();
  if (!seat) return fail('no-seat', 'never');
  const name = `${TEMPORARY_PREFIX}${toHex(ws.context.options.random(8))}`;
  const temporary = join(dirname(filePath), name);
  try {
    const made = await ws.lane.run(async () => {
      if (!(await sealAll(ws))) return null;
      const handle = await ws.fs.open(temporary, 'wx', 0o600);
      try {
        const plain = archiveStream(ws, passphrase !== null, onProgress);
        const stream =
          passphrase === null ? plain.bytes : await sealStream(plain.bytes, passphrase);
        for await (const chunk of chunksOf(stream)) await handle.writeFile(chunk);
        await handle.sync();
        return await plain.stateHash;
      } finally {
        await handle.close();
      }
    });
    // What cannot be read here is missing in a copy as well: better none than one that says it is whole.
    if (made === null) return fail('disk-failed', 'never');
    await ws.fs.rename(temporary, filePath);
    await flushDirectory(ws.fs, dirname(filePath));
    return ok({ fileName: basename(filePath), stateHash: made });
  } catch (error) {
    await removeQuietly(ws.fs, temporary);
    return fail(isOutOfSpace(error) ? 'disk-full' : 'disk-failed', 'after-fix');
  }
}

/** The archive as bytes that are made as they are asked for. */
function archiveStream(
  ws: Workspace,
  hasSecrets: boolean,
  onProgress: Exporting['onProgress'],
): { readonly bytes: ReadableStream<Uint8Array>; readonly stateHash: Promise<string> } {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const sink = writable.getWriter();
  const stateHash = writeArchive(ws, hasSecrets, (bytes) => sink.write(bytes), onProgress).then(
    async (hash) => {
      await sink.close();
      return hash;
    },
  );
  // Whoever reads meets it as the stream's own error.
  stateHash.catch((error: unknown) => void sink.abort(error));
  return { bytes: readable, stateHash };
}

async function writeArchive(
  ws: Workspace,
  hasSecrets: boolean,
  write: (bytes: Uint8Array) => Promise<void>,
  onProgress: Exporting['onProgress'],
): Promise<string> {
  const [seat] = ws.seats.values();
  if (!seat) throw new Error('A workspace is exported by one of its seats');
  const { store, evidence, offers } = ws;
  await evidence.open();
  await offers.open(null);
  const batches = [...store.streams.values()].flatMap((index) =>
    index.batches.toSorted((a, b) => a.first - b.first).map((batch) => ({ index, batch })),
  );
  const hashes = evidence.hashes();
  const totalCount = batches.length + hashes.length;
  const writer = new ArchiveWriter(write);
  await writer.begin();
  await writer.add('facts', jsonBytes(factsOf(ws, hasSecrets)));
  let done = 0;
  for (const { index, batch } of batches) {
    const bytes = await store.readSealed(index, batch);
    if (bytes === null) throw new Error('A batch is not what was stored');
    await writer.add('batch', bytes);
    onProgress((done += 1), totalCount);
  }
  for (const hash of hashes) {
    const bytes = await evidence.read(hash);
    // What is damaged here was never whole: a colleague's copy of it still can be.
    if (bytes !== null) await writer.add('evidence', bytes);
    onProgress((done += 1), totalCount);
  }
  const unsigned: ArchiveManifest = {
    createdAtMs: ws.nowMs(),
    stateHash: stateHashOf(store),
    entryCount: writer.entryCount,
    entriesSha256: writer.entriesSha256,
    offers: offers.all().map(({ audience, hash }) => ({ audience, hash })),
    keyId: seat.key.keyId,
    sig: '',
  };
  const sig = toHex(seat.key.sign(manifestMessage(unsigned)));
  await writer.add('manifest', jsonBytes({ ...unsigned, sig }));
  await writer.end();
  return unsigned.stateHash;
}

function factsOf(ws: Workspace, hasSecrets: boolean): ArchiveFacts {
  const { protector } = ws.context.options;
  const keys = hasSecrets ? openKeys(protector, ws.file.encryption) : null;
  return {
    workspace: ws.id,
    name: ws.file.name,
    founderKey: ws.file.founderKey,
    seats: ws.file.seats.map((file) => {
      const { memberId, memberName, seat, keyId, inviteKey, proof, deviceName, timeZone } = file;
      const facts = { memberId, memberName, seat, keyId, inviteKey, proof, deviceName, timeZone };
      const isOpen = hasSecrets && ws.seats.has(memberId);
      return isOpen
        ? { ...facts, seed: Buffer.from(seedOf(protector, file)).toString('base64') }
        : facts;
    }),
    ...(keys && { folderKeys: { ...keys } }),
  };
}

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');
