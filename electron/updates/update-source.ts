/** Where newer versions come from. Errors of all its calls are judged by `updateProblem`. */
export interface UpdateSource {
  /** This copy can put a newer one in its own place without asking for an administrator. */
  readonly canReplaceItself: boolean;
  /** The newest version at the address, and whether it is newer than this one. */
  latest(url: string): Promise<{ readonly version: string; readonly isNewer: boolean }>;
  /** Fetches what `latest` found and verifies its hash. */
  fetch(): Promise<void>;
  /** Puts what was fetched in the program's place. Synchronous: it is the last thing that a process does. */
  install(): void;
}
