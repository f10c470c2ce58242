import type { ReceiverStatus } from './endpoint/receiver-status.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { MenuCommand } from './ipc-events.ts';
import type { BatchProblem, IpcErrorCode } from './ipc-failures.ts';
import type { CallOutputs } from './ipc-outputs.ts';
import type { CallInput, CallName } from './ipc-parsers.ts';
import type { LanguageChoice } from './language.ts';
import type { NoticeKind } from './outside.ts';
import type { Failure, Result } from './result.ts';
import type { Audience, Change } from './stream/change.ts';
import type { ChunkPart } from './stream/chunk-part.ts';
import type { UpdateStatus } from './update-status.ts';

/**
 * Every call between the window and the main process: what it answers, and the events that go the
 * other way. Its input is what its parser accepts (`ipc-parsers.ts`): a call without a parser does not
 * compile. The window never names a path: it gets tokens from dialogs that the main process opened.
 */

export type IpcFailure = Failure<IpcErrorCode>;
export type Reply<T> = Promise<Result<T, IpcFailure>>;

/** A workspace on this device. `seats` holds more than one member only in the sample. */
export interface WorkspaceEntry {
  readonly id: string;
  readonly name: string;
  readonly isSample: boolean;
  readonly founderKey: string;
  readonly seats: readonly {
    readonly memberId: string;
    readonly keyId: string;
    readonly seat: 'manager' | 'assistant';
  }[];
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** The workspace and seat shown last; null before the first. */
  readonly workspace: string | null;
  readonly seat: string | null;
  readonly route: string | null;
  readonly isNavCollapsed: boolean;
  /** What the program speaks; `system` follows the computer. */
  readonly language: LanguageChoice;
  /** Goes on in the tray when its window is closed. */
  readonly isInTray: boolean;
  /** Tells of due work outside its window, within the member's hours. */
  readonly hasNotices: boolean;
  /** The quick-log window opens from anywhere by its own key. */
  readonly hasQuickLog: boolean;
  /** See `accelerator.ts`. */
  readonly quickLogKey: string;
  /** Kinds of notices that are not wanted. */
  readonly mutedNotices: readonly NoticeKind[];
  /** Notices name what they are about; without it a locked screen shows that there is something, and no more. */
  readonly hasNoticeTitles: boolean;
  /** Hints that were read or put away, by name. */
  readonly seenHints: readonly string[];
  /** Where updates are looked for; null while that is off. */
  readonly updateUrl: string | null;
}

export interface StartState {
  readonly appVersion: string;
  readonly electronVersion: string;
  readonly platform: 'linux' | 'win32' | 'darwin' | 'other';
  /** The runtime is the development stand-in, not the Electron that ships. */
  readonly isFallbackRuntime: boolean;
  readonly workspaces: readonly WorkspaceEntry[];
  readonly settings: Settings;
  /** Heads of the last-used workspace's streams, so that the first screen need not ask again. */
  readonly heads: readonly HeadEntry[];
  readonly keyProtection: 'system' | 'plain-file';
}

/** A stream this device can read, own or imported, up to where it is known without a hole. */
export interface HeadEntry {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  readonly keyId: string;
  readonly isOwn: boolean;
  readonly seq: number;
  readonly h: string;
}

/** Consecutive changes of one stream, unpacked at most `IPC_LIMITS.readBytes`; no parts at the head. */
export interface ChangeChunk {
  readonly parts: readonly ChunkPart[];
  readonly count: number;
  readonly lastSeq: number;
  readonly lastH: string;
  readonly hasMore: boolean;
}

export interface Appended {
  readonly appended: readonly {
    readonly stream: string;
    readonly epoch: string;
    readonly audience: Audience;
    readonly changes: readonly Change[];
  }[];
}

/** An invite that was read, for somebody to say yes to. */
export interface InviteSummary {
  readonly token: string;
  readonly workspace: string;
  readonly workspaceName: string;
  readonly memberName: string;
  readonly managerName: string;
  readonly seat: 'manager' | 'assistant';
  /** Where what is written here will go; null: the person will be asked for the folder. */
  readonly target: { readonly kind: 'folder' | 'endpoint'; readonly label: string } | null;
  /** What the folder is called on the manager's computer; may be empty. */
  readonly folderHint: string;
  readonly isEncrypted: boolean;
  /** This computer has this member's seat: the invite brings a new way to send, and nothing else. */
  readonly isHere: boolean;
}

/** An invite that was just made. Its secret stays with the main process: what leaves it is a form of it. */
export interface MadeInvite {
  /** Stands for the invite in the calls that save or share it. */
  readonly token: string;
  /** The invite's public key: the id of its record. */
  readonly inviteKey: string;
  readonly tokenHash: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
  readonly link: string;
  /** Where whoever joins will send; null: they will be asked for the folder. */
  readonly target: { readonly kind: 'folder' | 'endpoint'; readonly label: string } | null;
}

/** An invite that lies under a short code, and where it can be fetched. */
export interface SharedInvite {
  /** `XXXX-XXXX-XXXX`. */
  readonly code: string;
  readonly expiresAtMs: number;
  readonly places: readonly { readonly kind: 'folder' | 'endpoint'; readonly label: string }[];
}

/** Why the queue waits, or `none`. */
export type WaitReason =
  | 'none'
  | 'no-folder'
  | 'folder-unreachable'
  | 'folder-read-only'
  | 'folder-full'
  | 'folder-foreign'
  /** The team's folder is encrypted, and this computer has no key: a new invite brings it. */
  | 'needs-keys'
  /** No network, or nobody answers at the receiver's address. */
  | 'offline'
  /** The receiver does not know this device: a manager has to let it in. Nothing is sent meanwhile. */
  | 'unauthorized'
  /** A manager took this device's access away. */
  | 'revoked'
  | 'receiver-busy'
  | 'receiver-full'
  /** Another key or certificate answers at the receiver's address. */
  | 'receiver-wrong'
  /** A sign-in page or another server answers there. */
  | 'not-outlog'
  /** All but what the target never takes as it is; each is named. */
  | 'refused'
  | 'disk-failed';

/** Why files wait, or `none`; `disk-low`: what is left on this computer's disk is kept for entries. */
export type EvidenceWaiting = WaitReason | 'disk-low';

/** How the files that belong to entries stand; they travel after the log. */
export interface EvidenceStatus {
  /** Files that are not in the folder yet, and their bytes. */
  readonly waitingCount: number;
  readonly waitingBytes: number;
  readonly waiting: EvidenceWaiting;
  readonly isMoving: boolean;
  /** Files that are to be sent and are not whole on this computer: damaged, or still to come. */
  readonly absentCount: number;
  /** Files of others that have begun to arrive. */
  readonly arrivingCount: number;
  /** Files that came since the start: whoever waits for one looks again when it moves. */
  readonly arrivedCount: number;
}

/** Files that were chosen: those that are kept now, and each of the others with why it is not. */
export interface EvidenceChoice {
  readonly added: readonly Evidence[];
  readonly refused: readonly { readonly name: string; readonly failure: IpcFailure }[];
}

export interface OwnStreamStatus {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  /** Journalled and flushed up to here. */
  readonly savedSeq: number;
  /** At the target, up to here: in the folder and read back, or receipted by the receiver. */
  readonly sentSeq: number;
}

export interface SyncStatus {
  readonly workspace: string;
  /** Where batches go and come from; null while none is chosen. */
  readonly target: {
    readonly kind: 'folder' | 'endpoint';
    /** What a person knows it by: a folder's name, a receiver's host. */
    readonly label: string;
    readonly isReachable: boolean;
    readonly isEncrypted: boolean;
  } | null;
  readonly phase: 'idle' | 'sending' | 'reading';
  readonly waiting: WaitReason;
  readonly unsentCount: number;
  /** Changes that a look has found and not read yet, as far as files' names or a receiver tell; else 0. */
  readonly unreadCount: number;
  readonly oldestUnsentAtMs: number | null;
  readonly lastSentAtMs: number | null;
  readonly lastReadAtMs: number | null;
  readonly nextTryAtMs: number | null;
  readonly own: readonly OwnStreamStatus[];
  /** Files that were not taken, each with its reason; they stay where they are and are tried again. */
  readonly rejected: readonly {
    readonly name: string;
    readonly problem: BatchProblem;
    readonly seenAtMs: number;
  }[];
  /** Holes: entries of a stream that are missing while later ones have arrived. */
  readonly gaps: readonly {
    readonly memberId: string;
    readonly stream: string;
    readonly firstMissing: number;
    readonly lastMissing: number;
  }[];
  readonly evidence: EvidenceStatus;
  readonly disk: 'ok' | 'low' | 'full';
}

/** What one look at the target (or one choice of files) brought. */
export interface PullSummary {
  readonly newBatches: number;
  readonly knownBatches: number;
  readonly newChanges: number;
  readonly rejected: SyncStatus['rejected'];
  readonly gaps: SyncStatus['gaps'];
}

export interface TableFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export type CallOutput<N extends CallName> = CallOutputs[N];

/** Named functions only; events arrive as plain values and return their own unsubscription. */
export type Bridge = {
  readonly [N in CallName]: CallInput<N> extends undefined
    ? () => Reply<CallOutput<N>>
    : (input: CallInput<N>) => Reply<CallOutput<N>>;
} & {
  readonly onSyncStatus: (listen: (status: SyncStatus) => void) => () => void;
  readonly onReceiverStatus: (listen: (status: ReceiverStatus) => void) => () => void;
  readonly onIncoming: (listen: (workspace: string) => void) => () => void;
  /** How far an export or a restore is, from 0 to 1. */
  readonly onArchiveProgress: (listen: (ratio: number) => void) => () => void;
  /** An invite was opened outside the window: `takeOpenedInvite` has it. */
  readonly onInviteOpened: (listen: () => void) => () => void;
  /** Batch files were opened outside the window: `takeOpenedBatches` imports them. */
  readonly onBatchesOpened: (listen: () => void) => () => void;
  readonly onUpdateStatus: (listen: (status: UpdateStatus) => void) => () => void;
  readonly onMenuCommand: (listen: (command: MenuCommand) => void) => () => void;
  /** Something outside the window was clicked that leads to a place in it, as `routeText` writes it. */
  readonly onOpenRoute: (listen: (route: string) => void) => () => void;
};
