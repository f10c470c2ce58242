import { create } from 'zustand';
import type { StoreApi } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { IpcFailure, StartState, SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';

/**
 * How far the window's database is behind the streams. Counts are changes. `stopped`: somebody ended the
 * merging, and what is left waits until it is asked for.
 */
export interface MergeProgress {
  readonly phase: 'idle' | 'rebuilding' | 'merging' | 'stopped';
  readonly done: number;
  readonly total: number;
  readonly isPaused: boolean;
  /** Changes merged in a second of late; null until that is known. */
  readonly perSecond: number | null;
  /** What is left at that rate. */
  readonly leftMs: number | null;
}

/** A stream that is not merged because its device is not accepted (yet): kept, and tried again. */
export interface WaitingStream {
  readonly streamKey: string;
  readonly memberId: string;
  readonly keyId: string;
  readonly changes: number;
}

/** Who is working in what. Screen state only: everything durable is in the journal and the database. */
export interface Session {
  readonly start: StartState | null;
  readonly workspace: WorkspaceEntry | null;
  readonly memberId: string;
  readonly seat: Seat;
  readonly sync: SyncStatus | null;
  readonly merge: MergeProgress;
  readonly waiting: readonly WaitingStream[];
  /** Why the window does not show all that is saved; null while it does. */
  readonly failure: IpcFailure | null;
  /** A page beside the main window: it reads that one's database and leaves merging to it. */
  readonly isReader: boolean;
}

export const IDLE: MergeProgress = {
  phase: 'idle',
  done: 0,
  total: 0,
  isPaused: false,
  perSecond: null,
  leftMs: null,
};

export const NO_SESSION = {
  workspace: null,
  memberId: '',
  seat: 'assistant',
  sync: null,
  merge: IDLE,
  waiting: [],
  failure: null,
  isReader: false,
} as const satisfies Partial<Session>;

/** Only with a selector: whoever follows all of it is drawn anew with each step of a merge. */
type SelectingStore<State> = (<Chosen>(select: (state: State) => Chosen) => Chosen) &
  StoreApi<State>;

export const useSession: SelectingStore<Session> = create<Session>()(() => ({
  start: null,
  ...NO_SESSION,
}));

/** Some parts of the session, and news of no others. */
export const useSessionOf = <Name extends keyof Session>(
  ...names: readonly Name[]
): Pick<Session, Name> => useSession(useShallow((session) => partsOf(session, names)));

function partsOf<Name extends keyof Session>(
  session: Session,
  names: readonly Name[],
): Pick<Session, Name> {
  const parts: Partial<Pick<Session, Name>> = {};
  for (const name of names) parts[name] = session[name];
  return parts as Pick<Session, Name>;
}
