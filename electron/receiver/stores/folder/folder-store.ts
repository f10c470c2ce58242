import { join } from 'node:path';
import { type BatchListing, ENDPOINT_LIMITS, type PieceAddress } from '#shared/endpoint/protocol';
import { type Audience, streamKey } from '#shared/stream/change';
import { sha256Hex } from '../../../sync/batch-tools.ts';
import { errnoOf, type FileSystem, nodeFileSystem, orAbsent } from '../../../sync/file-system.ts';
import { claimFolder } from '../../../sync/folder/marker.ts';
import { joinsDirectory, readJoinFile } from '../../../sync/joining/join-files.ts';
import { takeLock } from '../../../sync/journal/lock.ts';
import { Lane } from '../../../sync/lane.ts';
import {
  type IncomingBatch,
  type KeptJoin,
  type ListQuery,
  type PutOutcome,
  type ReceiverStore,
  type ServedWorkspace,
  StoreFullError,
} from '../../receiver-store.ts';
import { accessChangesIn, describeBatch } from '../describe-batch.ts';
import type { Arrival } from './arrival.ts';
import { ArrivalLog } from './arrival-log.ts';
import { Arrivals } from './arrivals.ts';
import { KeptStreams } from './kept-streams.ts';
import { FolderNotice, type NoticedBatch } from './notice-files.ts';
import { OwnFiles } from './own-files.ts';
import { PieceFiles } from './piece-files.ts';
import { FilePlacer, LEAST_FREE_BYTES } from './place-file.ts';

export interface FolderStoreOptions {
  /** The sync folder, which must be there. */
  readonly folder: string;
  /** Where the receiver keeps what is its own: its key among it. `<folder>/receiver` unless said. */
  readonly ownDirectory?: string;
  readonly fs?: FileSystem;
  readonly nowMs?: () => number;
}

/** Another process has the store open. */
export class StoreLockedError extends Error {}

/** Opens a store in a sync folder, for one process at a time. Rejects with `StoreLockedError` while another has it. */
export async function openFolderStore(options: FolderStoreOptions): Promise<FolderStore> {
  const { folder, fs = nodeFileSystem, nowMs = Date.now } = options;
  const { ownDirectory = join(folder, 'receiver') } = options;
  await fs.mkdir(ownDirectory, { recursive: true, mode: 0o700 });
  const lock = await takeLock(fs, join(ownDirectory, 'lock'));
  if (!lock) throw new StoreLockedError('Another receiver keeps this folder.');
  try {
    const store = new FolderStore(fs, folder, ownDirectory, nowMs, lock.release);
    await store.open();
    return store;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Keeps batches as a sync folder does, so that the manager's app can read the folder itself, and lists
 * what reaches the folder by another road.
 */
class FolderStore implements ReceiverStore {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #nowMs: () => number;
  readonly #release: () => Promise<void>;
  readonly #closing = new AbortController();
  readonly #own: OwnFiles;
  readonly #log: ArrivalLog;
  readonly #arrivals = new Arrivals();
  readonly #streams: KeptStreams;
  readonly #placer: FilePlacer;
  readonly #pieces: PieceFiles;
  readonly #notice: FolderNotice;
  readonly #lanes = new Map<string, Lane>();
  readonly #claims = new Lane();

  constructor(
    fs: FileSystem,
    folder: string,
    ownDirectory: string,
    nowMs: () => number,
    release: () => Promise<void>,
  ) {
    this.#fs = fs;
    this.#folder = folder;
    this.#nowMs = nowMs;
    this.#release = release;
    this.#own = new OwnFiles(fs, ownDirectory);
    this.#streams = new KeptStreams(fs, folder);
    this.#placer = new FilePlacer(fs, folder, this.#closing.signal);
    this.#pieces = new PieceFiles(fs, folder, this.#placer);
    const directory = join(ownDirectory, 'arrivals');
    this.#log = new ArrivalLog(fs, directory, (arrival) => this.#arrivals.add(arrival));
    this.#notice = new FolderNotice({
      fs,
      folder,
      nowMs,
      workspaces: () => [...this.#own.served.keys()],
      isKnown: this.#arrivals.hasPath,
      onBatch: (noticed) => this.#takeNoticed(noticed),
    });
  }

  async open(): Promise<void> {
    await this.#own.open();
    for (const arrival of await this.#log.open()) await this.#streams.restore(arrival);
    await this.#notice.look();
  }

  keySeed(random: (count: number) => Uint8Array): Promise<Uint8Array> {
    return this.#own.keySeed(random);
  }

  claim(served: ServedWorkspace): Promise<'claimed' | 'known' | 'foreign'> {
    return this.#claims.run(async () => {
      const known = this.#own.served.get(served.workspace);
      if (known && known.founderKey !== served.founderKey) return 'foreign';
      const isSame = known && JSON.stringify(known) === JSON.stringify(served);
      if (isSame) return 'known';
      // A folder carries one workspace's mark; what else is kept here is read over HTTP alone.
      const problem = await claimFolder(this.#fs, this.#folder, served.workspace);
      if (problem === 'folder-full') throw new StoreFullError('No space is left.');
      if (problem !== null && problem !== 'folder-foreign') throw new Error(problem);
      await orFull(this.#own.serve(served));
      return known ? 'known' : 'claimed';
    });
  }

  async served(workspace: string): Promise<ServedWorkspace | null> {
    return this.#own.served.get(workspace) ?? null;
  }

  async servedWorkspaces(): Promise<readonly ServedWorkspace[]> {
    return [...this.#own.served.values()];
  }

  async accessChanges(workspace: string, afterVersion: number) {
    // The manager's own app invites and revokes by way of the folder.
    await this.#notice.glance();
    return this.#arrivals.accessAfter(workspace, afterVersion);
  }

  put(incoming: IncomingBatch): Promise<PutOutcome> {
    const { header } = incoming.batch;
    return this.#laneOf(header).run(() => orFull(this.#putInTurn(incoming)));
  }

  async list(query: ListQuery): Promise<BatchListing> {
    await this.#notice.glance();
    return this.#arrivals.list(this.#log.generation, query);
  }

  async read(
    workspace: string,
    sha256: string,
    audiences: readonly Audience[] | null,
  ): Promise<Uint8Array | null> {
    const arrival = this.#arrivals.find(workspace, sha256);
    if (!arrival || (audiences !== null && !audiences.includes(arrival.audience))) return null;
    const path = join(this.#folder, ...partsOf(arrival));
    const file = await orAbsent(this.#fs.readFile(path));
    return file !== null && sha256Hex(file) === sha256 ? file : null;
  }

  putPiece(address: PieceAddress, bytes: Uint8Array): Promise<void> {
    return orFull(this.#pieces.put(address, bytes));
  }

  listPieces(address: Omit<PieceAddress, 'piece'>): Promise<readonly string[]> {
    return this.#pieces.list(address);
  }

  readPiece(address: PieceAddress): Promise<Uint8Array | null> {
    return this.#pieces.read(address);
  }

  putJoin(locator: string, kept: KeptJoin): Promise<void> {
    return orFull(this.#own.putJoin(locator, kept));
  }

  async readJoin(locator: string, nowMs: number): Promise<KeptJoin | null> {
    return (await this.#own.readJoin(locator, nowMs)) ?? (await this.#joinInFolder(locator, nowMs));
  }

  /** What a manager whose target is this folder laid there. It says itself, inside, when it runs out. */
  async #joinInFolder(locator: string, nowMs: number): Promise<KeptJoin | null> {
    for (const workspace of this.#own.served.keys()) {
      const directory = joinsDirectory(this.#folder, workspace);
      const bytes = await readJoinFile(this.#fs, directory, locator);
      const expiresAtMs = nowMs + ENDPOINT_LIMITS.joinMs;
      if (bytes) return { workspace, bytes, expiresAtMs };
    }
    return null;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#notice.close();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.idle()));
    await this.#log.close();
    await this.#release();
  }

  async #putInTurn({ file, sha256, batch, isForkKept, nowMs }: IncomingBatch): Promise<PutOutcome> {
    const { header } = batch;
    const known = this.#arrivals.find(header.workspace, sha256);
    if (known) {
      // An absent file never deletes anything: who sends it again mends the folder.
      const parts = partsOf(known);
      if (!(await this.#placer.isThere(parts, file))) {
        await this.#placer.place(parts, file, LEAST_FREE_BYTES.batch);
      }
      return { kind: 'kept', isJoined: !this.#streams.isWaiting(known), atMs: known.atMs };
    }
    if (this.#streams.isForeign(header.workspace, header)) return { kind: 'foreign' };
    const indexed = describeBatch(batch, sha256);
    const settled = await this.#streams.settle(batch, indexed, isForkKept);
    if (settled.kind === 'fork') return { kind: 'fork' };
    try {
      const parts = ['v1', header.workspace, header.audience, ...indexed.path.split('/')];
      await this.#placer.place(parts, file, LEAST_FREE_BYTES.batch);
      await this.#log.append(arrivingOf({ file, sha256, batch }, indexed.path, nowMs));
    } catch (error) {
      settled.undo();
      throw error;
    }
    return { kind: 'kept', isJoined: settled.kind === 'joined', atMs: nowMs };
  }

  #takeNoticed(noticed: NoticedBatch): Promise<void> {
    const { sha256, batch, path } = noticed;
    const { header } = batch;
    return this.#laneOf(header).run(async () => {
      const { workspace, audience } = header;
      if (this.#arrivals.find(workspace, sha256)) {
        this.#arrivals.addPath(workspace, audience, path);
        return;
      }
      if (this.#streams.isForeign(workspace, header)) return;
      const indexed = { ...describeBatch(batch, sha256), path };
      const { undo } = await this.#streams.settle(batch, indexed, true);
      try {
        await this.#log.append(arrivingOf(noticed, path, this.#nowMs()));
      } catch (error) {
        undo();
        throw error;
      }
    });
  }

  /** One at a time for each stream: what is asked about a batch must still hold when it is kept. */
  #laneOf(header: { readonly workspace: string; readonly stream: string; readonly epoch: string }) {
    const key = `${header.workspace}/${streamKey(header)}`;
    const lane = this.#lanes.get(key) ?? new Lane();
    this.#lanes.set(key, lane);
    return lane;
  }
}

export type { FolderStore };

const arrivingOf = (
  { file, sha256, batch }: Pick<NoticedBatch, 'file' | 'sha256' | 'batch'>,
  path: string,
  atMs: number,
) => {
  const { workspace, audience, stream, epoch, member, keyId } = batch.header;
  const access = accessChangesIn(batch);
  return {
    atMs,
    workspace,
    audience,
    stream,
    epoch,
    member,
    keyId,
    ...describeBatch(batch, sha256),
    path,
    sizeBytes: file.length,
    ...(access.length > 0 && { access }),
  };
};

const partsOf = ({ workspace, audience, path }: Arrival): readonly string[] => [
  'v1',
  workspace,
  audience,
  ...path.split('/'),
];

async function orFull<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errnoOf(error))) throw error;
    throw new StoreFullError('No space is left.', { cause: error });
  }
}
