import type { IpcFailure } from '#shared/ipc';
import { newId } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import { generateSample, type SampleTeam } from '#shared/sample/generate';
import { WORKSPACE_PLACEHOLDER } from '#shared/sample/plan-edits';
import {
  audienceMember,
  type Audience,
  type Edit,
  memberAudience,
  streamKey,
} from '#shared/stream/change';
import type { EngineContext } from './engine-context.ts';
import type { OwnHead } from './journal/records.ts';
import { makeSeat } from './seat.ts';
import type { WorkspaceFile } from './workspace-file.ts';
import type { Workspace } from './workspace.ts';

/** The same team for everybody, so that what one visitor tells another holds. */
const SEED = 20_261_101;
/** The manager's last look at the logs: what came later is not yet received. */
const LAST_LOOK_BEFORE_MS = 3 * 60 * 60_000;
/** Edits that share a journal frame. */
const FRAME_EDITS = 2_000;

export const sampleTeam = ({ options }: EngineContext, timeZone: string): SampleTeam =>
  generateSample({ seed: SEED, nowMs: options.nowMs(), managerZone: timeZone });

/** Every member sits on this device, so that a visitor can look around as any of them. */
export function sampleWorkspace(
  { options }: EngineContext,
  team: SampleTeam,
  timeZone: string,
): WorkspaceFile {
  const seats = team.seats.map(({ memberId, seat }) => {
    const member = { memberId, memberName: memberId, seat, inviteKey: '', timeZone };
    return makeSeat(options.protector, options.random, member, () => '');
  });
  const founder = seats.find(({ memberId }) => memberId === team.founderId);
  return {
    v: 1,
    id: newId(options.random),
    name: team.workspaceName,
    isSample: true,
    founderKey: founder?.keyId ?? '',
    createdAtMs: options.nowMs(),
    place: '',
    folder: null,
    endpoint: null,
    encryption: null,
    seats,
    retired: [],
  };
}

/** Writes the team's history as if each had written it then, and the receipts that followed. */
export async function writeSample(
  ws: Workspace,
  team: SampleTeam,
): Promise<Result<null, IpcFailure>> {
  const lastLookMs = ws.nowMs() - LAST_LOOK_BEFORE_MS;
  const seen = team.edits.filter(({ atMs }) => atMs < lastLookMs);
  const earlier = await writeTimed(ws, seen);
  if (!earlier.ok) return earlier;
  const received = await writeReceipts(ws, team.founderId, lastLookMs);
  if (!received.ok) return received;
  return await writeTimed(ws, team.edits.slice(seen.length));
}

async function writeTimed(
  ws: Workspace,
  edits: SampleTeam['edits'],
): Promise<Result<null, IpcFailure>> {
  let pending: Promise<Result<unknown, IpcFailure>>[] = [];
  for (const [i, { memberId, atMs, edit }] of edits.entries()) {
    const seat = ws.seats.get(memberId);
    if (!seat) continue;
    pending.push(ws.write(seat, [inWorkspace(edit, ws.id)], [], atMs));
    if (pending.length < FRAME_EDITS && i < edits.length - 1) continue;
    // Awaited together, they share a few flushes.
    for (const result of await Promise.all(pending)) if (!result.ok) return result;
    pending = [];
  }
  return ok(null);
}

const inWorkspace = (edit: Edit, workspace: string): Edit =>
  edit.type === 'workspace' && edit.id === WORKSPACE_PLACEHOLDER
    ? { ...edit, id: workspace }
    : edit;

/** The manager has imported each assistant's log, and each assistant the plan. */
async function writeReceipts(
  ws: Workspace,
  founderId: string,
  atMs: number,
): Promise<Result<null, IpcFailure>> {
  for (const head of ws.journal.state.streams.values()) {
    const owner = audienceMember(head.audience);
    if (head.member !== founderId && owner === head.member) {
      const result = await writeReceipt(ws, founderId, head.audience, head, atMs);
      if (!result.ok) return result;
    }
    if (head.member !== founderId || head.audience !== 'team') continue;
    for (const { memberId } of ws.file.seats) {
      if (memberId === founderId) continue;
      const result = await writeReceipt(ws, memberId, memberAudience(memberId), head, atMs);
      if (!result.ok) return result;
    }
  }
  return ok(null);
}

async function writeReceipt(
  ws: Workspace,
  memberId: string,
  audience: Audience,
  head: OwnHead,
  atMs: number,
): Promise<Result<unknown, IpcFailure>> {
  const seat = ws.seats.get(memberId);
  if (!seat) return ok(null);
  const covered = streamKey(head);
  const fields = { streamKey: covered, memberId, seq: head.seq, h: head.h, atMs };
  const id = `${covered}.${memberId}`;
  return await ws.write(seat, [{ audience, type: 'receipt', id, fields }], [], atMs);
}
