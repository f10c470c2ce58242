import 'fake-indexeddb/auto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import type { WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { installBridge } from '../../../renderer/bridge.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { closeSession, openSession } from '../../../renderer/services/open-session.ts';
import { acknowledge } from '../../../renderer/services/receipts.ts';
import { save } from '../../../renderer/services/save.ts';
import type { TestComputer } from '../support/engine-bridge.ts';
import { openComputer } from '../support/engine-bridge.ts';

/** One person's computer, with a database of its own as every browser profile has. */
export interface Desk {
  readonly computer: TestComputer;
  readonly idb: IDBFactory;
  readonly entry: WorkspaceEntry;
  readonly memberId: string;
}

export const NOW_MS = Date.parse('2026-11-18T10:30:00Z');

/** A manager in a new workspace, seated at the only window. */
export async function managerDesk(options: { isActive?: boolean } = {}): Promise<Desk> {
  const computer = await computerForTest(options);
  const made = { name: 'Harbour Shop', memberName: 'Mara', timeZone: 'Europe/Lisbon' };
  const entry = must(await computer.bridge.createWorkspace(made));
  const desk = deskOf(computer, entry);
  await sitDown(desk);
  const { memberId, name } = { memberId: desk.memberId, name: made.memberName };
  must(
    await save([
      edit('team', 'workspace', entry.id, { name: made.name, currency: 'EUR' }),
      edit('team', 'member', memberId, { name, seat: 'manager', timeZone: made.timeZone }),
    ]),
  );
  return desk;
}

/** An assistant, or another manager, on another computer, invited through a folder that both reach. */
export async function invited(
  manager: Desk,
  memberId = 'ana',
  seat: Seat = 'assistant',
): Promise<Desk & { folder: string }> {
  const folder = path.join(manager.computer.dir, 'shared');
  await mkdir(folder, { recursive: true });
  const workspace = manager.entry.id;
  must(await manager.computer.engine.setFolder(workspace, folder));
  const invitePath = path.join(folder, `${memberId}.outlog-invite`);
  manager.computer.choices.savePath = invitePath;
  const asked = { workspace, memberId, memberName: 'Ana', seat };
  const { inviteKey, token } = must(await manager.computer.bridge.createInvite(asked));
  must(await manager.computer.bridge.saveInvite({ token, name: 'Ana' }));
  must(
    await save([
      edit('team', 'member', memberId, { name: 'Ana', seat, timeZone: 'Asia/Manila' }),
      edit('team', 'invite', inviteKey, { memberId, createdAtMs: NOW_MS }),
    ]),
  );
  must(await manager.computer.bridge.sendNow({ workspace }));
  const computer = await computerForTest();
  const summary = must(await computer.engine.readInvite(await readFile(invitePath), folder));
  const joining = { token: summary.token, timeZone: 'Asia/Manila' };
  const entry = must(await computer.bridge.joinWorkspace(joining));
  return { ...deskOf(computer, entry), folder };
}

/** Leaves the desk in front of the window, if any, and takes this one. All is caught up when it answers. */
export async function sitDown({ computer, idb, entry, memberId }: Desk): Promise<void> {
  // Whoever sat here has said what came.
  await acknowledge();
  closeSession();
  installBridge(computer.bridge);
  Dexie.dependencies.indexedDB = idb;
  must(await openSession(entry, memberId));
  must(await catchUp());
  must(await acknowledge());
}

export const edit = (
  audience: Edit['audience'],
  type: string,
  id: string,
  fields: Fields,
): Edit => ({ audience, type, id, fields });

/** Finished work of a member. */
export const doneEdit = (memberId: string, id: string, fields: Fields = {}): Edit =>
  edit(memberAudience(memberId), 'deliverable', `202611-${id}`, {
    outcomeId: 'uploads',
    title: `Work ${id}`,
    completedAtMs: NOW_MS,
    day: '2026-11-18',
    zone: 'Asia/Manila',
    quantity: 1,
    ...fields,
  });

/** What a test cannot go on without. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function computerForTest(options: { isActive?: boolean } = {}): Promise<TestComputer> {
  pinClock(() => NOW_MS);
  const computer = await openComputer({ nowMs: () => NOW_MS, ...options });
  onTestFinished(async () => {
    closeSession();
    pinClock();
    await computer.close();
  });
  return computer;
}

function deskOf(computer: TestComputer, entry: WorkspaceEntry): Desk {
  const memberId = entry.seats[0]?.memberId ?? '';
  return { computer, entry, memberId, idb: new IDBFactory() };
}
