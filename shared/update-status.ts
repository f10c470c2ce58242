/** How looking for a newer version stands. */
export interface UpdateStatus {
  readonly phase:
    | 'off'
    | 'idle'
    | 'looking'
    /** Nothing newer lies at the address. */
    | 'current'
    /** Something newer is there, and this copy cannot replace itself. */
    | 'found'
    | 'fetching'
    /** Fetched and verified: put in place when the program ends and nothing is unsaved. */
    | 'ready'
    | 'failed';
  /** The newer version; null where none is known. */
  readonly version: string | null;
  readonly lookedAtMs: number | null;
  /** Drafts that last only as long as the window: the update waits for them. */
  readonly unsavedCount: number;
  /** This copy cannot replace itself: a package of the system, an archive, a portable program. */
  readonly isByHand: boolean;
  readonly problem: UpdateProblem | null;
}

/** Why the last look failed. */
export type UpdateProblem = 'unreachable' | 'not-an-update-address' | 'damaged' | 'disk' | 'other';
