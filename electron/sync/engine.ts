import type { Evidence } from '#shared/evidence/evidence';
import type {
  Appended,
  ChangeChunk,
  HeadEntry,
  InviteSummary,
  IpcFailure,
  PullSummary,
  SyncStatus,
  WorkspaceEntry,
} from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import type { Result } from '#shared/result';
import type { Audience } from '#shared/stream/change';

/** Keeps a device's secret keys: the operating system's keychain, or a file that only its owner reads. */
export interface KeyProtector {
  readonly kind: 'system' | 'plain-file';
  seal(secret: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}

export interface EngineOptions {
  /** The app's data folder; the engine owns `workspaces/` below it. */
  readonly dir: string;
  readonly protector: KeyProtector;
  readonly nowMs: () => number;
  readonly random: (count: number) => Uint8Array;
  readonly onStatus: (status: SyncStatus) => void;
  /** Changes of others arrived in the local store and wait to be merged. */
  readonly onIncoming: (workspace: string) => void;
}

type Answer<T> = Promise<Result<T, IpcFailure>>;

/**
 * Everything between the window's edits and the sync folder: journal, keys, batches, delivery, import.
 * Plain Node: knows no Electron and opens no dialog, so that the same engine runs in tests and tools.
 */
export interface Engine {
  workspaces(): readonly WorkspaceEntry[];
  createWorkspace(input: CallInput<'createWorkspace'>): Answer<WorkspaceEntry>;
  createSample(input: CallInput<'createSample'>): Answer<WorkspaceEntry>;
  /** Reads an invite's bytes; `beside` is the folder the file lay in, searched upwards for a sync folder. */
  readInvite(bytes: Uint8Array, beside: string | null): Answer<InviteSummary>;
  joinWorkspace(input: CallInput<'joinWorkspace'>): Answer<WorkspaceEntry>;
  createInvite(
    input: CallInput<'createInvite'>,
    filePath: string,
  ): Answer<{ readonly inviteKey: string; readonly fileName: string }>;
  append(input: CallInput<'append'>): Answer<Appended>;
  heads(workspace: string): Answer<readonly HeadEntry[]>;
  readChanges(input: CallInput<'readChanges'>): Answer<ChangeChunk>;
  syncStatus(workspace: string): Answer<SyncStatus>;
  /** Seals what is unsealed and delivers what is undelivered, now. */
  sendNow(workspace: string): Answer<SyncStatus>;
  /** Lists the folder, verifies what is new and keeps a copy in the local store. */
  pull(workspace: string): Answer<PullSummary>;
  setFolder(workspace: string, folder: string): Answer<SyncStatus>;
  folderPath(workspace: string): string | null;
  addBatchFile(workspace: string, filePath: string): Answer<PullSummary>;
  addBatchBytes(input: CallInput<'addBatchBytes'>): Answer<PullSummary>;
  exportBatch(
    input: CallInput<'exportBatch'>,
    filePath: string,
  ): Answer<{ readonly fileName: string }>;
  addEvidenceFile(workspace: string, audience: Audience, filePath: string): Answer<Evidence>;
  addEvidenceBytes(input: CallInput<'addEvidenceBytes'>): Answer<Evidence>;
  readEvidence(input: CallInput<'readEvidence'>): Answer<{ readonly bytes: Uint8Array }>;
  offerEvidence(input: CallInput<'offerEvidence'>): Answer<null>;
  saveEvidence(
    input: CallInput<'saveEvidence'>,
    filePath: string,
  ): Answer<{ readonly fileName: string }>;
  /** Sends and fetches files, now; answers when there is nothing more to do or the folder refuses. */
  moveEvidence(workspace: string): Answer<SyncStatus>;
  /** The window came to the front: look into the folder now. */
  focused(): void;
  /** The process will be gone in a moment, and not of itself: says so where the next start looks. */
  ending(): void;
  /** Seals, delivers what it can at once, closes the journals. */
  close(): Promise<void>;
}
