import { basename } from 'node:path';
import type { InviteSummary, IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import type { InviteFile } from '../../identity/invite-file.ts';
import type { EngineContext } from '../engine-context.ts';
import { FewByToken } from './few-by-token.ts';
import type { WorkspaceFile } from '../workspace-file.ts';

interface OpenedInvite {
  readonly invite: InviteFile;
  /** The sync folder, where it was found with the invite. */
  readonly folder: string | null;
}

/** Invites that were read and wait for the person to say yes, by token. */
export class OpenedInvites {
  #context: EngineContext;
  #opened: FewByToken<OpenedInvite>;

  constructor(context: EngineContext) {
    this.#context = context;
    this.#opened = new FewByToken(context.options.random);
  }

  /**
   * @param here the invite's workspace, where this computer is in it already
   * Failures: `invite-expired`, `invite-other-member`, `invite-damaged`.
   */
  offer(
    invite: InviteFile,
    folder: string | null,
    here: WorkspaceFile | null,
  ): Result<InviteSummary, IpcFailure> {
    const { expiresAtMs, workspace, workspaceName, memberName, managerName, seat } = invite;
    if (typeof expiresAtMs === 'number' && this.#context.options.nowMs() > expiresAtMs) {
      return fail('invite-expired', 'after-fix', { expiresAtMs, managerName });
    }
    const problem = here && seatProblem(invite, here);
    if (problem) return problem;
    return ok({
      token: this.#opened.keep({ invite, folder }),
      workspace,
      workspaceName,
      memberName,
      managerName,
      seat,
      target: targetOfInvite(invite, folder),
      folderHint: invite.folderHint,
      isEncrypted: invite.keys !== undefined,
      isHere: here !== null,
    });
  }

  get(token: string): OpenedInvite | null {
    return this.#opened.get(token);
  }

  done(token: string): void {
    this.#opened.drop(token);
  }
}

/** One seat a workspace and computer: two people's logs on one computer would be one person's. */
function seatProblem(invite: InviteFile, here: WorkspaceFile): Result<never, IpcFailure> | null {
  if (here.founderKey !== invite.founderKey) return fail('invite-damaged', 'never');
  const [seat] = here.seats;
  if (seat === undefined || seat.memberId === invite.memberId) return null;
  const { memberName, workspaceName } = invite;
  return fail('invite-other-member', 'after-fix', {
    memberName,
    workspaceName,
    hereName: seat.memberName,
  });
}

/** Where whoever takes the seat will send: a receiver goes before a folder. */
export function targetOfInvite(
  { endpoint }: Pick<InviteFile, 'endpoint'>,
  folder: string | null,
): InviteSummary['target'] {
  if (endpoint) return { kind: 'endpoint', label: new URL(endpoint.url).host };
  return folder === null ? null : { kind: 'folder', label: basename(folder) };
}
