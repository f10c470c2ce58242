import { basename } from 'node:path';
import type { InviteSummary, IpcFailure } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { fromHex, toHex } from '#shared/hex';
import { fail, ok, type Result } from '#shared/result';
import { keyFromSeed, SEED_BYTES } from '../identity/device-key.ts';
import {
  INVITE_VERSION,
  type InviteFile,
  inviteText,
  parseInvite,
} from '../identity/invite-file.ts';
import { SHARED_FILE_MODE, writeAtomically } from './atomic-write.ts';
import type { EngineContext } from './engine-context.ts';
import { findFolder } from './folder/marker.ts';
import type { WorkspaceFile } from './workspace-file.ts';

interface OpenedInvite {
  readonly invite: InviteFile;
  readonly folder: string | null;
}

/** Invites that were read and wait for the person to say yes, by token. */
export class OpenedInvites {
  #context: EngineContext;
  #opened = new Map<string, OpenedInvite>();

  constructor(context: EngineContext) {
    this.#context = context;
  }

  async read(bytes: Uint8Array, beside: string | null): Promise<Result<InviteSummary, IpcFailure>> {
    const parsed = parseInvite(bytes);
    if (!parsed.ok) return parsed;
    const invite = parsed.value;
    const { fs, options } = this.#context;
    const folder = beside === null ? null : await findFolder(fs, beside, invite.workspace);
    const token = toHex(options.random(16));
    this.#opened.set(token, { invite, folder });
    const { workspace, workspaceName, memberName, managerName } = invite;
    const hasFolder = folder !== null;
    return ok({ token, workspace, workspaceName, memberName, managerName, hasFolder });
  }

  get(token: string): OpenedInvite | null {
    return this.#opened.get(token) ?? null;
  }

  done(token: string): void {
    this.#opened.delete(token);
  }
}

/** Writes an invite file. Anybody who holds it can take the seat, until the invite is revoked in the plan. */
export async function writeInvite(
  { fs, options }: EngineContext,
  file: WorkspaceFile,
  input: CallInput<'createInvite'>,
  filePath: string,
): Promise<Result<{ inviteKey: string; fileName: string }, IpcFailure>> {
  const founder = file.seats.find(({ seat }) => seat === 'manager');
  if (!founder) return fail('not-allowed', 'never');
  const inviteSeed = toHex(options.random(SEED_BYTES));
  const invite: InviteFile = {
    format: 'outlog-invite',
    v: INVITE_VERSION,
    minReader: INVITE_VERSION,
    workspace: file.id,
    workspaceName: file.name,
    memberId: input.memberId,
    memberName: input.memberName,
    seat: input.seat ?? 'assistant',
    managerName: founder.memberName,
    founderKey: file.founderKey,
    inviteSeed,
    folderHint: file.folder === null ? '' : basename(file.folder),
    createdAtMs: options.nowMs(),
  };
  try {
    await writeAtomically(fs, filePath, Buffer.from(inviteText(invite)), SHARED_FILE_MODE);
  } catch {
    return fail('disk-failed', 'after-fix');
  }
  const { keyId } = keyFromSeed(fromHex(inviteSeed));
  return ok({ inviteKey: keyId, fileName: basename(filePath) });
}
