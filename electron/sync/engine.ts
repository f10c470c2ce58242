import type { Evidence } from '#shared/evidence/evidence';
import type {
  Appended,
  ChangeChunk,
  HeadEntry,
  InviteSummary,
  IpcFailure,
  MadeInvite,
  PullSummary,
  SharedInvite,
  SyncStatus,
  WorkspaceEntry,
} from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import type { Result } from '#shared/result';
import type { Audience } from '#shared/stream/change';
import type { SyncPeers, SyncQueue } from '#shared/sync-report';
import type { UnsentPart } from '#shared/unsent-changes';
import type { EndpointAddress, FoundReceiver } from '#shared/endpoint/address';
import type { Exported, exportWorkspace } from './archive/export-workspace.ts';
import type { Restored, Restoring } from './archive/restore-workspace.ts';
import type { JoinSource } from './joining/fetch-join.ts';
import type { PreparedReceiver } from './prepare-receiver.ts';

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
  /** Where a receiver in this very app answers for a workspace: its folder is this device's target. */
  readonly servedAt?: (workspace: string) => EndpointAddress | null;
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
  readInviteLink(text: string): Answer<InviteSummary>;
  readInviteCode(code: string, from: JoinSource): Answer<InviteSummary>;
  /** Takes the seat; where this computer has it already, its connection is taken over from the invite. */
  joinWorkspace(input: CallInput<'joinWorkspace'>): Answer<WorkspaceEntry>;
  makeInvite(input: CallInput<'createInvite'>): Answer<MadeInvite>;
  saveInvite(token: string, filePath: string): Answer<{ readonly fileName: string }>;
  shareInvite(token: string): Answer<SharedInvite>;
  /** An invite and its file, at once. */
  createInvite(
    input: CallInput<'createInvite'>,
    filePath: string,
  ): Answer<MadeInvite & { readonly fileName: string }>;
  append(input: CallInput<'append'>): Answer<Appended>;
  heads(workspace: string): Answer<readonly HeadEntry[]>;
  readChanges(input: CallInput<'readChanges'>): Answer<ChangeChunk>;
  syncStatus(workspace: string): Answer<SyncStatus>;
  /** Seals what is unsealed and delivers what is undelivered, now. */
  sendNow(workspace: string): Answer<SyncStatus>;
  /** Lists the folder, verifies what is new and keeps a copy in the local store. */
  pull(workspace: string): Answer<PullSummary>;
  setFolder(workspace: string, folder: string): Answer<SyncStatus>;
  encryptFolder(workspace: string): Answer<SyncStatus>;
  /** Sends to a receiver from now on, once it has proved itself; a null token is the founder's own. */
  setEndpoint(input: {
    readonly workspace: string;
    readonly endpoint: EndpointAddress;
    readonly token: string | null;
  }): Answer<SyncStatus>;
  /** Sends nowhere from now on; everything is kept here. */
  clearTarget(workspace: string): Answer<SyncStatus>;
  /** Receivers that make themselves known on this network, after a few seconds. */
  findReceivers(): Answer<readonly FoundReceiver[]>;
  folderPath(workspace: string): string | null;
  /**
   * What a receiver in this app needs to serve a workspace: its sync folder, which is `made` (an
   * existing directory) where none is chosen yet, and the founder's claim.
   */
  prepareReceiver(workspace: string, made: string): Answer<PreparedReceiver>;
  /** Claims the workspace at the receiver of a setup link, and sends there from then on. */
  claimReceiver(input: CallInput<'claimReceiver'>): Answer<SyncStatus>;
  addBatchFile(workspace: string, filePath: string): Answer<PullSummary>;
  addBatchBytes(input: CallInput<'addBatchBytes'>): Answer<PullSummary>;
  exportBatch(
    input: CallInput<'exportBatch'>,
    filePath: string,
  ): Answer<{ readonly fileName: string }>;
  syncQueue(workspace: string): Answer<SyncQueue>;
  /** Every change that is not at the target, as it will leave. */
  unsentChanges(workspace: string): Answer<readonly UnsentPart[]>;
  syncPeers(workspace: string): Answer<SyncPeers>;
  retryItem(input: CallInput<'retryItem'>): Answer<SyncStatus>;
  exportItem(
    input: CallInput<'exportItem'>,
    filePath: string,
  ): Answer<{ readonly fileName: string }>;
  /** What a copy of an item is called. */
  itemName(input: CallInput<'exportItem'>): Answer<string>;
  /** Where a refused file lies. */
  itemPath(input: CallInput<'showItem'>): Answer<string>;
  syncLog(workspace: string): Answer<{ readonly text: string }>;
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
  /** See archive/state-hash.ts: seals what is not sealed yet, so that it is in it. */
  stateHash(workspace: string): Answer<{ readonly stateHash: string }>;
  exportWorkspace(
    workspace: string,
    exporting: Parameters<typeof exportWorkspace>[1],
  ): Answer<Exported>;
  /** Throws file errors. */
  isArchiveSealed(filePath: string): Promise<boolean>;
  restoreWorkspace(restoring: Restoring): Answer<Restored>;
  /** Takes all of a workspace away from this device; `name` is typed by whoever wants that. */
  leaveWorkspace(input: CallInput<'leaveWorkspace'>): Answer<null>;
  /** A hand-over's file, signed by the member's key on this device. */
  signHandOver(input: {
    readonly workspace: string;
    readonly memberId: string;
    readonly text: string;
  }): Answer<Uint8Array>;
  /** The window came to the front: look into the folder now. */
  focused(): void;
  /** The process will be gone in a moment, and not of itself: says so where the next start looks. */
  ending(): void;
  /** Seals, delivers what it can at once, closes the journals. */
  close(): Promise<void>;
}
