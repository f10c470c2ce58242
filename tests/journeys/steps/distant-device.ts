import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../../electron/sync/engine.ts';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import type { WorkspaceEntry } from '../../../shared/ipc.ts';
import type { Result } from '../../../shared/result.ts';
import type { Edit } from '../../../shared/stream/change.ts';
import { plainProtector } from '../../faults/plain-protector.ts';

/** Somebody else's computer: the app's real engine without its window. */
export function openDevice(dir: string, nowMs: () => number = Date.now): Promise<Engine> {
  mkdirSync(dir, { recursive: true });
  return openEngine({
    dir,
    protector: plainProtector,
    nowMs,
    random: randomBytes,
    onStatus: () => undefined,
    onIncoming: () => undefined,
  });
}

export interface Founding {
  readonly folder: string;
  readonly inviteFile: string;
  readonly assistant: { readonly id: string; readonly name: string; readonly zone: string };
  /** What the plan holds beside the workspace and its two members. */
  readonly plan: readonly Edit[];
}

/** A manager founds a workspace with one assistant, writes its plan, invites and sends; answers its id. */
export async function foundTeam(manager: Engine, founding: Founding): Promise<string> {
  const { folder, inviteFile, assistant, plan } = founding;
  const name = 'Cedar Lane Shop';
  const entry = valueOf(
    await manager.createWorkspace({ name, memberName: 'Robin Hale', timeZone: 'Europe/Lisbon' }),
  );
  const workspace = entry.id;
  const memberId = entry.seats[0]?.memberId ?? '';
  const calendarId = plan.find(({ type }) => type === 'calendar')?.id ?? '';
  const inTeam = (type: string, id: string, fields: Edit['fields']): Edit => ({
    audience: 'team',
    type,
    id,
    fields,
  });
  const member = { seat: 'assistant', timeZone: assistant.zone, calendarId };
  const edits = [
    inTeam('workspace', workspace, { name, currency: 'USD' }),
    inTeam('member', memberId, {
      name: 'Robin Hale',
      seat: 'manager',
      timeZone: 'Europe/Lisbon',
      calendarId,
    }),
    inTeam('member', assistant.id, { name: assistant.name, ...member }),
    ...plan,
  ];
  valueOf(await manager.append({ workspace, memberId, edits }));
  valueOf(await manager.setFolder(workspace, folder));
  const asked = { workspace, memberId: assistant.id, memberName: assistant.name };
  const { inviteKey } = valueOf(await manager.createInvite(asked, inviteFile));
  const invite = inTeam('invite', inviteKey, { memberId: assistant.id, createdAtMs: Date.now() });
  valueOf(await manager.append({ workspace, memberId, edits: [invite] }));
  valueOf(await manager.sendNow(workspace));
  return workspace;
}

/** Joins by an invite that lies in the sync folder, logs `count` entries and sends them. */
export async function joinAndSend(
  device: Engine,
  inviteFile: string,
  outcomeId: string,
  count: number,
): Promise<void> {
  const entry = await joinBy(device, inviteFile);
  await logAndSend(device, entry.id, entry.seats[0]?.memberId ?? '', outcomeId, count);
}

/** Joins by an invite that lies in the sync folder. */
export async function joinBy(device: Engine, inviteFile: string): Promise<WorkspaceEntry> {
  const bytes = new Uint8Array(readFileSync(inviteFile));
  const { token } = valueOf(await device.readInvite(bytes, path.dirname(inviteFile)));
  return valueOf(await device.joinWorkspace({ token, timeZone: 'Asia/Manila' }));
}

export async function logAndSend(
  device: Engine,
  workspace: string,
  memberId: string,
  outcomeId: string,
  count: number,
): Promise<void> {
  const edits = Array.from({ length: count }, (_, n): Edit => {
    const completedAtMs = Date.now() - n * 60_000;
    return {
      audience: `m-${memberId}`,
      type: 'deliverable',
      id: `202611-batch${n}`,
      fields: {
        outcomeId,
        title: `Sheet ${n + 1}`,
        completedAtMs,
        day: new Date(completedAtMs).toISOString().slice(0, 10),
        zone: 'UTC',
        quantity: n + 1,
      },
    };
  });
  valueOf(await device.append({ workspace, memberId, edits }));
  valueOf(await device.sendNow(workspace));
}

/** The newest batch of any member's own audience in a sync folder. */
export function newestBatch(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(`${path.sep}m-`) && name.endsWith('.outlog'))
    .toSorted();
  const newest = found.at(-1);
  if (newest === undefined) throw new Error(`there is no member's batch in ${folder}`);
  return path.join(folder, newest);
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}
