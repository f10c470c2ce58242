import type { IpcFailure } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { newId } from '#shared/ids';
import { fail, ok, type Result } from '#shared/result';
import { fromHex } from '#shared/hex';
import { memberAudience } from '#shared/stream/change';
import { keyFromSeed } from '../identity/device-key.ts';
import type { InviteFile } from '../identity/invite-file.ts';
import { proveJoin } from '../identity/join-proof.ts';
import { memberToken } from '../identity/member-token.ts';
import { keepKeys } from './encryption/kept-keys.ts';
import { keepToken } from './endpoint/kept-token.ts';
import type { EngineContext } from './engine-context.ts';
import { makeSeat } from './seat.ts';
import type { WorkspaceFile } from './workspace-file.ts';
import type { Workspace } from './workspace.ts';

/** A new workspace whose founder is this person. Its plan is written by the window. */
export function foundWorkspace(
  { options }: EngineContext,
  input: CallInput<'createWorkspace'>,
): WorkspaceFile {
  const member = {
    memberId: newId(options.random),
    memberName: input.memberName,
    seat: 'manager' as const,
    inviteKey: '',
    timeZone: input.timeZone,
  };
  const founder = makeSeat(options.protector, options.random, member, () => '');
  return {
    v: 1,
    id: newId(options.random),
    name: input.name,
    isSample: false,
    founderKey: founder.keyId,
    createdAtMs: options.nowMs(),
    place: '',
    folder: null,
    endpoint: null,
    encryption: null,
    seats: [founder],
    retired: [],
  };
}

/** A workspace that this device was invited to, with a key that proves it. */
export function joinedWorkspace(
  context: EngineContext,
  invite: InviteFile,
  folder: string | null,
  timeZone: string,
): WorkspaceFile {
  const { options } = context;
  const inviteKey = keyFromSeed(fromHex(invite.inviteSeed));
  const { workspace, memberId, memberName, seat } = invite;
  const member = { memberId, memberName, seat, inviteKey: inviteKey.keyId, timeZone };
  const joined = makeSeat(options.protector, options.random, member, (keyId) =>
    proveJoin(inviteKey, { workspace, memberId, keyId }),
  );
  return {
    v: 1,
    id: workspace,
    name: invite.workspaceName,
    isSample: false,
    founderKey: invite.founderKey,
    createdAtMs: options.nowMs(),
    place: '',
    ...connectionOf(context, invite, folder),
    seats: [joined],
    retired: [],
  };
}

type Connection = Pick<WorkspaceFile, 'folder' | 'endpoint' | 'encryption'>;

/** Where an invite says to send, with its token and keys sealed; a receiver goes before a folder. */
export function connectionOf(
  { options: { protector } }: EngineContext,
  { workspace, inviteSeed, endpoint, keys }: InviteFile,
  folder: string | null,
): Connection {
  const token = memberToken(fromHex(inviteSeed), workspace);
  return {
    folder: endpoint ? null : folder,
    endpoint: endpoint ? { ...endpoint, ...keepToken(protector, token) } : null,
    encryption: keys ? keepKeys(protector, keys) : null,
  };
}

/** Writes the device's record at once: a manager sees who joined before they log anything. */
export async function introduceDevice(ws: Workspace): Promise<Result<null, IpcFailure>> {
  const [seat] = ws.seats.values();
  if (!seat) return fail('no-seat', 'never');
  const audience = seat.kind === 'manager' ? 'team' : memberAudience(seat.memberId);
  const written = await ws.write(seat, [], [audience], ws.nowMs());
  return written.ok ? ok(null) : written;
}
