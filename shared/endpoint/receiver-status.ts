/** Why the receiver on this computer is not on. */
export type ReceiverProblem =
  /** Its folder is away, or belongs to another workspace. */
  | 'folder-unreachable'
  /** What lies in the folder is encrypted: a receiver could not read whom to let in. */
  | 'folder-encrypted'
  /** The chosen certificate or its key is gone, damaged or not a pair. */
  | 'certificate'
  /** No port could be had. */
  | 'no-port'
  /** The folder is another founder's, as far as the receiver that kept it knows. */
  | 'claimed'
  | 'disk-failed'
  /** It ended without a word and is started again. */
  | 'crashed';

/** The receiver that the manager's app runs for one workspace. Instants are UTC ms. */
export interface ReceiverStatus {
  readonly workspace: string;
  readonly phase: 'off' | 'starting' | 'on' | 'failed';
  /** Why it failed; null in every other phase. */
  readonly problem: ReceiverProblem | null;
  /** When the phase began; null while it is off. */
  readonly sinceMs: number | null;
  /** When a failed one is started again by itself. */
  readonly nextTryAtMs: number | null;
  /** What the workspace's work is kept in is a folder that the receiver made: nobody else reads there. */
  readonly isFolderOwn: boolean;
  /** `https://host:port`, the likeliest to be reached first; empty while it is not on. */
  readonly urls: readonly string[];
  /** Only `urls` of this very computer are left: there is no network now. */
  readonly isOffline: boolean;
  /** The port that it had before and that another program has now; null where it kept its port. */
  readonly formerPort: number | null;
  /** SHA-256 of the certificate in hex, by which invites know it; null while it is not on. */
  readonly fingerprint: string | null;
  /** The name of the certificate's file where one was chosen; null for the receiver's own. */
  readonly certificateName: string | null;
  /** Whether it can be found on the network without its address. */
  readonly isAnnounced: boolean;
  readonly connectionCount: number;
  /** Whose entries it took last, since the app started. */
  readonly lastFrom: { readonly memberId: string; readonly atMs: number } | null;
}
