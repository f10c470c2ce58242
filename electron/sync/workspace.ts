import { join } from 'node:path';
import type { Appended, IpcFailure, SyncStatus, WaitReason } from '#shared/ipc';
import { PLAN_TYPES } from '#shared/record-types';
import { fail, ok, type Result } from '#shared/result';
import { type Audience, type Edit, memberAudience } from '#shared/stream/change';
import { type Clock, CLOCK_ZERO, receive } from '#shared/stream/clock';
import { toHex } from '#shared/hex';
import { checkEdits } from './check-edits.ts';
import type { DeliveryState } from './delivery-file.ts';
import type { EngineContext } from './engine-context.ts';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { Offers } from './evidence/offers.ts';
import type { FileSystem } from './file-system.ts';
import { FirstWritten } from './first-written.ts';
import { Heard } from './heard.ts';
import { isOutOfSpace, type Journal } from './journal/journal.ts';
import type { OpenJournal } from './journal/open-journal.ts';
import { JournalReader } from './journal/read-journal.ts';
import type { JournalPart } from './journal/records.ts';
import { Lane } from './lane.ts';
import { OwnStreams } from './own-streams.ts';
import type { SeenFile } from './folder/pull-folder.ts';
import type { Seat } from './seat.ts';
import { stampEdits } from './stamp.ts';
import type { BatchStore } from './store/batch-store.ts';
import { gapsOf } from './store/stream-index.ts';
import { openTarget } from './open-target.ts';
import type { Target } from './target.ts';
import { SyncLog } from './sync-log.ts';
import { type WorkspaceFile, writeWorkspaceFile } from './workspace-file.ts';

/** A hundred years: ten are promised to work. */
const FARTHEST_AHEAD_MS = 100 * 365.25 * 86_400_000;

export type Rejected = SyncStatus['rejected'][number];

export interface WorkspaceParts {
  readonly context: EngineContext;
  readonly directory: string;
  readonly file: WorkspaceFile;
  readonly seats: ReadonlyMap<string, Seat>;
  readonly journal: OpenJournal;
  readonly store: BatchStore;
  readonly delivery: DeliveryState;
}

/** One workspace, open: what it holds, and the one way to write into it. */
export class Workspace {
  readonly context: EngineContext;
  readonly fs: FileSystem;
  readonly directory: string;
  readonly seats: ReadonlyMap<string, Seat>;
  readonly journal: Journal;
  readonly reader: JournalReader;
  readonly store: BatchStore;
  readonly own: OwnStreams;
  readonly evidence: EvidenceStore;
  readonly offers: Offers;
  /** Sealing, delivering and pulling touch the same files: one at a time. */
  readonly lane = new Lane();
  readonly seenFiles = new Map<string, SeenFile>();
  readonly rejected = new Map<string, Rejected>();
  readonly hangingReads = new Set<string>();
  /** Sealed batches whose last try failed by themselves, by their hash. */
  readonly held = new Map<string, WaitReason>();
  readonly written = new FirstWritten();
  readonly heard: Heard;
  readonly log: SyncLog;
  file: WorkspaceFile;
  delivery: DeliveryState;
  target: Target | null;
  phase: SyncStatus['phase'] = 'idle';
  waiting: WaitReason = 'none';
  nextTryAtMs: number | null = null;
  /** Changes that the look in hand has found and not read yet. */
  unreadCount = 0;
  /** Bytes journalled since the last seal, about. */
  unsealedBytes = 0;
  /** Set by the sync loop. */
  onAppended: () => void = () => undefined;
  onTouched: () => void = () => undefined;
  watchFolders: (directories: readonly string[]) => void = () => undefined;
  #closeJournal: () => Promise<void>;
  #seen: Clock = CLOCK_ZERO;
  #retired: Set<string>;

  constructor({ context, directory, file, seats, journal, store, delivery }: WorkspaceParts) {
    this.context = context;
    this.fs = context.fs;
    this.directory = directory;
    this.heard = new Heard(context.fs, directory, this.nowMs);
    this.log = new SyncLog(context.fs, directory, this.nowMs, context.isActive);
    this.file = file;
    this.seats = seats;
    this.journal = journal.journal;
    this.#closeJournal = journal.close;
    this.reader = new JournalReader(context.fs, journal.journal);
    this.store = store;
    this.delivery = delivery;
    this.evidence = new EvidenceStore(context.fs, join(directory, 'evidence', 'files'));
    this.offers = new Offers(context.fs, join(directory, 'evidence'));
    this.#retired = new Set(file.retired);
    const keyIds = new Set(file.seats.map(({ keyId }) => keyId));
    this.own = new OwnStreams(this.journal, this.reader, store, (keyId) => keyIds.has(keyId));
    this.target = openTarget(this);
  }

  get id(): string {
    return this.file.id;
  }

  nowMs = (): number => this.context.options.nowMs();

  canRead = (audience: Audience): boolean =>
    this.file.seats.some(
      ({ seat, memberId }) =>
        seat === 'manager' || audience === 'team' || audience === memberAudience(memberId),
    );

  /**
   * What this device writes from now on is later than `clock`, unless that is beyond all reason: one
   * broken clock must not use up the time there is for everybody.
   */
  see(clock: Clock): void {
    if (clock.ms - this.nowMs() > FARTHEST_AHEAD_MS) return;
    this.#seen = receive(this.#seen, clock);
  }

  touch(): void {
    this.onTouched();
  }

  /**
   * Saves edits: when this answers they are flushed to disk. Failures: `no-seat`, `not-allowed`,
   * `bad-input`, `change-too-large`, `disk-full`, `disk-failed`.
   */
  async append(memberId: string, edits: readonly Edit[]): Promise<Result<Appended, IpcFailure>> {
    const seat = this.seats.get(memberId);
    if (!seat) return fail('no-seat', 'never');
    if (!edits.every((edit) => canWrite(seat, edit))) return fail('not-allowed', 'never');
    const checked = checkEdits(edits);
    if (!checked.ok) return checked;
    const written = await this.write(seat, checked.value.edits, [], this.nowMs());
    if (!written.ok) return written;
    this.unsealedBytes += checked.value.sizeBytes;
    this.onAppended();
    const appended = written.value.map(({ stream, epoch, audience, changes }) => ({
      stream,
      epoch,
      audience,
      changes,
    }));
    return ok({ appended });
  }

  /** Appends at a given wall clock; `open` names audiences whose stream must exist afterwards. */
  async write(
    seat: Seat,
    edits: readonly Edit[],
    open: readonly Audience[],
    nowMs: number,
  ): Promise<Result<readonly JournalPart[], IpcFailure>> {
    const { disk, options } = this.context;
    if (disk.state === 'full' && (await disk.look(false)) === 'full') {
      this.touch();
      return fail('disk-full', 'later');
    }
    try {
      const parts = await this.journal.append((state) =>
        stampEdits(state, {
          seat,
          edits,
          open,
          nowMs,
          seen: this.#seen,
          isRetired: (key) => this.#retired.has(key),
          epochBefore: (stream) => this.own.epochBefore(stream),
          newEpoch: () => toHex(options.random(4)),
        }),
      );
      return ok(parts);
    } catch (error) {
      if (!isOutOfSpace(error)) return fail('disk-failed', 'later');
      await disk.noteFull();
      this.touch();
      return fail('disk-full', 'later');
    }
  }

  /** Own streams that are never continued; kept on disk before the next change can be written. */
  async retire(keys: readonly string[]): Promise<void> {
    const fresh = keys.filter((key) => !this.#retired.has(key));
    if (fresh.length === 0) return;
    for (const key of fresh) this.#retired.add(key);
    this.log.note('epoch-retired', { counts: { streams: fresh.length } });
    await this.saveFile({ ...this.file, retired: [...this.#retired] });
  }

  /** Looks again at an own stream whose batches changed without this device sealing them. */
  async relateOwn(key: string): Promise<void> {
    if (!(await this.own.relate(key))) await this.retire([key]);
  }

  /** Reads a stream's batches anew after some were found damaged; of an own one the journal seals the rest. */
  async rebuildStream(key: string): Promise<void> {
    this.log.note('stream-rebuilt', { ids: { stream: key } });
    await this.store.rebuild(key);
    // What was lost and is a colleague's is listed again.
    this.delivery.cursor = null;
    await this.relateOwn(key);
  }

  async saveFile(file: WorkspaceFile): Promise<void> {
    await writeWorkspaceFile(this.fs, this.directory, file);
    const isSameTarget = targetKeyOf(this.file) === targetKeyOf(file);
    this.file = file;
    if (!isSameTarget) this.reopenTarget();
  }

  /** After something about the target has changed that was said from outside. */
  reopenTarget(): void {
    this.target?.close();
    this.target = openTarget(this);
  }

  gaps(): SyncStatus['gaps'] {
    return [...this.store.streams.values()].flatMap((index) =>
      gapsOf(index).map((gap) => ({ memberId: index.member, stream: index.stream, ...gap })),
    );
  }

  async close(): Promise<void> {
    this.target?.close();
    await this.heard.save();
    await this.log.flush();
    await this.#closeJournal();
  }
}

/** What a target is made of. A receiver that moved is followed by the target itself. */
const targetKeyOf = ({ folder, endpoint, encryption }: WorkspaceFile): string =>
  JSON.stringify([folder, endpoint && { ...endpoint, url: '' }, encryption]);

/** What every other device would refuse is not begun here: `shared/stream/authority.ts` is the whole rule. */
function canWrite({ kind, memberId }: Seat, { audience, type }: Edit): boolean {
  if (PLAN_TYPES.has(type)) return kind === 'manager' && audience === 'team';
  return kind === 'manager' || audience === 'team' || audience === memberAudience(memberId);
}

export const workspacesDirectory = (dir: string): string => join(dir, 'workspaces');
