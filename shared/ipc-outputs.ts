import type { FoundReceiver } from './endpoint/address.ts';
import type { ReceiverStatus } from './endpoint/receiver-status.ts';
import type { Evidence } from './evidence/evidence.ts';
import type {
  Appended,
  ChangeChunk,
  EvidenceChoice,
  HeadEntry,
  InviteSummary,
  MadeInvite,
  PullSummary,
  Settings,
  SharedInvite,
  StartState,
  SyncStatus,
  TableFile,
  WorkspaceEntry,
} from './ipc.ts';
import type { OutsideState } from './outside.ts';
import type { SyncPeers, SyncQueue } from './sync-report.ts';
import type { StoredPlace, UnsentPart } from './unsent-changes.ts';
import type { UpdateStatus } from './update-status.ts';

/** A hand-over that was read from a file: signed by that key, which the window knows or does not. */
export interface OpenedHandOver {
  readonly text: string;
  readonly workspace: string;
  readonly memberId: string;
  readonly keyId: string;
}

/** What each call of the window to the main process answers. */
export interface CallOutputs {
  start: StartState;
  saveSettings: Settings;
  createWorkspace: WorkspaceEntry;
  createSample: WorkspaceEntry;
  chooseInvite: InviteSummary;
  readInviteBytes: InviteSummary;
  readInviteLink: InviteSummary;
  readInviteCode: InviteSummary;
  takeOpenedInvite: InviteSummary | null;
  joinWorkspace: WorkspaceEntry;
  createInvite: MadeInvite;
  saveInvite: { readonly fileName: string };
  shareInvite: SharedInvite;
  savePicture: { readonly fileName: string };
  append: Appended;
  heads: readonly HeadEntry[];
  readChanges: ChangeChunk;
  receiverStatus: ReceiverStatus;
  switchReceiver: ReceiverStatus;
  claimReceiver: SyncStatus;
  chooseCertificate: ReceiverStatus;
  dropCertificate: ReceiverStatus;
  syncStatus: SyncStatus;
  sendNow: SyncStatus;
  pull: PullSummary;
  chooseFolder: SyncStatus;
  encryptFolder: SyncStatus;
  clearTarget: SyncStatus;
  findReceivers: readonly FoundReceiver[];
  openFolder: null;
  chooseBatchFiles: PullSummary;
  addBatchBytes: PullSummary;
  exportBatch: { readonly fileName: string };
  syncQueue: SyncQueue;
  syncPeers: SyncPeers;
  retryItem: SyncStatus;
  exportItem: { readonly fileName: string };
  showItem: null;
  syncLog: { readonly text: string };
  chooseTable: TableFile;
  readTable: { readonly bytes: Uint8Array; readonly isLast: boolean };
  chooseDocument: TableFile;
  saveText: { readonly fileName: string };
  saveTable: { readonly fileName: string };
  savePdf: { readonly fileName: string };
  chooseEvidence: EvidenceChoice;
  addEvidenceBytes: Evidence;
  readEvidence: { readonly bytes: Uint8Array };
  offerEvidence: null;
  saveEvidence: { readonly fileName: string };
  stateHash: { readonly stateHash: string };
  exportWorkspace: { readonly fileName: string; readonly stateHash: string };
  chooseArchive: { readonly token: string; readonly name: string; readonly isLocked: boolean };
  restoreWorkspace: {
    readonly entry: WorkspaceEntry;
    readonly stateHash: string;
    readonly hasKeys: boolean;
  };
  leaveWorkspace: null;
  saveHandOver: { readonly fileName: string };
  openHandOver: OpenedHandOver;
  clearDatabases: null;
  copyText: null;
  openLink: null;
  showContextMenu: { readonly chosen: string | null };
  setMenuContext: null;
  outsideState: OutsideState;
  showTray: null;
  showNotice: null;
  openQuickLog: null;
  closeQuickLog: null;
  takeOpenedBatches: PullSummary | null;
  updateStatus: UpdateStatus;
  lookForUpdates: UpdateStatus;
  noteUnsaved: null;
  unsentChanges: readonly UnsentPart[];
  storedPlaces: readonly StoredPlace[];
  problemLog: { readonly text: string };
  saveProblemLog: { readonly fileName: string };
  notePageProblem: null;
}
