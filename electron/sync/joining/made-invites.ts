import { basename } from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import type { IpcFailure, MadeInvite } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { fromHex, toHex } from '#shared/hex';
import { fail, ok, type Result } from '#shared/result';
import { memberAudience } from '#shared/stream/change';
import { keyFromSeed, SEED_BYTES } from '../../identity/device-key.ts';
import { INVITE_VERSION, type InviteFile, inviteText } from '../../identity/invite-file.ts';
import { inviteLink } from '../../identity/invite-link.ts';
import { memberToken, tokenHash } from '../../identity/member-token.ts';
import { writeAtomically } from '../atomic-write.ts';
import type { EngineContext } from '../engine-context.ts';
import { keysForSeat } from '../encryption/audience-keys.ts';
import { openKeys } from '../encryption/kept-keys.ts';
import { FewByToken } from './few-by-token.ts';
import { targetOfInvite } from './opened-invites.ts';
import type { WorkspaceFile } from '../workspace-file.ts';

/** Invites that this run made: anybody who holds one can take the seat until it is revoked in the plan. */
export class MadeInvites {
  #context: EngineContext;
  #made: FewByToken<InviteFile>;

  constructor(context: EngineContext) {
    this.#context = context;
    this.#made = new FewByToken(context.options.random);
  }

  /** Makes an invite; it lets nobody in before its record is in the plan. */
  make(file: WorkspaceFile, input: CallInput<'createInvite'>): Result<MadeInvite, IpcFailure> {
    const made = this.#inviteFor(file, input);
    if (!made.ok) return made;
    const invite = made.value;
    const secret = fromHex(invite.inviteSeed);
    return ok({
      token: this.#made.keep(invite),
      inviteKey: keyFromSeed(secret).keyId,
      tokenHash: tokenHash(memberToken(secret, file.id)),
      createdAtMs: invite.createdAtMs,
      expiresAtMs: invite.expiresAtMs ?? null,
      link: inviteLink(invite),
      target: targetOfInvite(invite, file.folder),
    });
  }

  get(token: string): InviteFile | null {
    return this.#made.get(token);
  }

  async save(token: string, filePath: string): Promise<Result<{ fileName: string }, IpcFailure>> {
    const invite = this.get(token);
    if (!invite) return fail('invite-gone', 'after-fix');
    try {
      const bytes = Buffer.from(inviteText(invite));
      // Whoever can read it can take the seat: nobody else on this computer.
      await writeAtomically(this.#context.fs, filePath, bytes);
    } catch {
      return fail('disk-failed', 'after-fix');
    }
    return ok({ fileName: basename(filePath) });
  }

  #inviteFor(
    file: WorkspaceFile,
    { memberId, memberName, seat = 'assistant', validMs }: CallInput<'createInvite'>,
  ): Result<InviteFile, IpcFailure> {
    const manager = file.seats.find((each) => each.seat === 'manager');
    if (!manager) return fail('not-allowed', 'never');
    const { protector, random, nowMs, servedAt } = this.#context.options;
    const endpoint = servedAt?.(file.id) ?? addressOf(file);
    const held = openKeys(protector, file.encryption);
    const keys = held && keysForSeat(held, seat, ['team', memberAudience(memberId)]);
    // Whoever joined without them would find nothing but files that they cannot open.
    if (file.encryption !== null && keys === null) return fail('no-seat', 'after-fix');
    const createdAtMs = nowMs();
    return ok({
      format: 'outlog-invite',
      v: INVITE_VERSION,
      minReader: INVITE_VERSION,
      workspace: file.id,
      workspaceName: file.name,
      memberId,
      memberName,
      seat,
      managerName: manager.memberName,
      founderKey: file.founderKey,
      inviteSeed: toHex(random(SEED_BYTES)),
      folderHint: file.folder === null ? '' : basename(file.folder),
      ...(endpoint && { endpoint }),
      ...(keys && { keys }),
      createdAtMs,
      expiresAtMs: validMs === undefined ? null : createdAtMs + validMs,
    });
  }
}

function addressOf({ endpoint }: WorkspaceFile): EndpointAddress | null {
  if (endpoint === null) return null;
  const { url, receiverKey, certSha256 } = endpoint;
  return { url, receiverKey, certSha256 };
}
