import type { ArchiveProblem } from '#shared/ipc-failures';

/** Why an archive is not taken; nothing of it is kept then. */
export class ArchiveError extends Error {
  readonly code: ArchiveProblem;

  constructor(code: ArchiveProblem) {
    super(code);
    this.code = code;
  }
}
