/** Failures that any call may answer with. */
export type IpcErrorCode =
  | 'bad-input'
  | 'bad-sender'
  | 'unexpected'
  | 'cancelled'
  | 'no-workspace'
  | 'no-seat'
  | 'projection-stale'
  | 'not-allowed'
  | 'change-too-large'
  | 'disk-full'
  | 'disk-failed'
  | 'journal-locked'
  | 'folder-unreachable'
  | 'folder-read-only'
  | 'folder-foreign'
  | 'needs-keys'
  | 'folder-full'
  | 'offline'
  | 'unauthorized'
  | 'revoked'
  | 'receiver-busy'
  | 'receiver-full'
  | 'receiver-wrong'
  | 'not-outlog'
  | 'invite-damaged'
  | 'invite-newer'
  | 'invite-expired'
  | 'invite-other-member'
  | 'invite-gone'
  | 'code-unknown'
  | 'code-wrong'
  | 'code-no-folder'
  | 'code-nowhere'
  | 'code-taken'
  | 'bad-address'
  | 'receiver-silent'
  | 'receiver-none'
  | 'file-too-large'
  | 'file-gone'
  | 'file-empty'
  | 'not-a-file'
  | 'disk-low'
  | 'evidence-missing'
  | 'bad-link'
  | 'certificate-wrong'
  | 'setup-link-wrong'
  | 'setup-refused'
  | 'receiver-claimed'
  | 'run-ended'
  | 'no-version'
  | 'answered-already'
  | 'run-exists'
  | 'part-open'
  | 'nested-circle'
  | 'workspace-here'
  | 'leave-unconfirmed'
  | HandOverFileProblem
  | ArchiveProblem
  | BatchProblem;

/** Why a batch file was not taken. */
export type BatchProblem =
  | 'batch-truncated'
  | 'batch-damaged'
  | 'batch-signature'
  | 'batch-foreign'
  | 'batch-newer'
  | 'batch-too-large'
  | 'batch-not-outlog'
  | 'batch-fork'
  | 'batch-unknown-device'
  | 'batch-bad-proof'
  | 'batch-unreadable'
  /** Sealed with a key that this computer has not got. */
  | 'batch-locked';

/** Why a whole workspace is not restored from a file. Nothing of it is kept then. */
export type ArchiveProblem =
  | 'not-archive'
  | 'archive-newer'
  | 'archive-truncated'
  | 'archive-damaged'
  | 'archive-too-large'
  /** It is encrypted, and no passphrase was given. */
  | 'archive-locked'
  | 'archive-passphrase';

/** Why a hand-over is not read from a file. */
export type HandOverFileProblem = 'not-hand-over' | 'hand-over-newer' | 'hand-over-damaged';
