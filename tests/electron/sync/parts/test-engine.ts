import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { IpcFailure, SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { GENESIS_HASH } from '#shared/stream/change';
import type { Engine, KeyProtector } from '../../../../electron/sync/engine.ts';
import { type EngineFaults, openEngine } from '../../../../electron/sync/open-engine.ts';
import { linesInParts } from '../../../parts-lines.ts';

export interface TestEngine {
  readonly engine: Engine;
  readonly incoming: string[];
  readonly statuses: SyncStatus[];
}

const PLAIN_KEYS: KeyProtector = {
  kind: 'plain-file',
  seal: (secret) => secret,
  open: (sealed) => sealed,
};

/**
 * The engine over a data folder, with keys as they are; closed after the test unless it was before. It
 * does nothing by itself unless the test wants that.
 */
export async function testEngine(
  dir: string,
  {
    nowMs = () => Date.now(),
    isActive = false,
    protector = PLAIN_KEYS,
    ...faults
  }: EngineFaults & { readonly nowMs?: () => number; readonly protector?: KeyProtector } = {},
): Promise<TestEngine> {
  const incoming: string[] = [];
  const statuses: SyncStatus[] = [];
  const engine = await openEngine(
    {
      dir,
      protector,
      nowMs,
      random: (count) => randomBytes(count),
      onStatus: (status) => void statuses.push(status),
      onIncoming: (workspace) => void incoming.push(workspace),
    },
    { isActive, ...faults },
  );
  onTestFinished(() => engine.close());
  return { engine, incoming, statuses };
}

/** The value, or a failing test that shows the failure. */
export function value<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) expect.fail(`${result.error.code} ${JSON.stringify(result.error.detail ?? {})}`);
  return result.value;
}

export const codeOf = (result: Result<unknown, IpcFailure>): string =>
  result.ok ? 'ok' : result.error.code;

export async function foundWorkspace(engine: Engine, name = 'Fernlight'): Promise<WorkspaceEntry> {
  return value(
    await engine.createWorkspace({ name, memberName: 'Robin', timeZone: 'Europe/Lisbon' }),
  );
}

export const seatOf = (entry: WorkspaceEntry): { memberId: string; keyId: string } => {
  const [seat] = entry.seats;
  if (!seat) expect.fail('The workspace has no seat.');
  return seat;
};

export const entryEdit = (memberId: string, id: string, title = id): Edit => ({
  audience: `m-${memberId}`,
  type: 'deliverable',
  id: `202611-${id}`,
  fields: { title, quantity: 1 },
});

/** Ids of all records in all streams the engine can read, in the streams' order. */
export async function readAllIds(engine: Engine, workspace: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { stream, epoch, seq } of value(await engine.heads(workspace))) {
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = value(await engine.readChanges({ workspace, stream, epoch, ...at }));
      for (const line of Buffer.from(linesInParts(chunk.parts)).toString().split('\n')) {
        if (line !== '') ids.push(String((JSON.parse(line) as { id: string }).id));
      }
      ({ hasMore } = chunk);
      at = { afterSeq: chunk.lastSeq, afterH: chunk.lastH };
    }
  }
  return ids;
}

/** A manager and an invited assistant, each with a data folder, and a sync folder between them. */
export async function team(
  root: string,
  faults: EngineFaults & { readonly nowMs?: () => number } = {},
): Promise<{
  readonly manager: TestEngine;
  readonly assistant: TestEngine;
  readonly workspace: string;
  readonly managerId: string;
  readonly assistantId: string;
  readonly folder: string;
}> {
  const folder = join(root, 'sync');
  await mkdir(folder, { recursive: true });
  const manager = await testEngine(join(root, 'manager'), faults);
  const assistant = await testEngine(join(root, 'assistant'), faults);
  const entry = await foundWorkspace(manager.engine);
  const workspace = entry.id;
  const managerId = seatOf(entry).memberId;
  const assistantId = 'ana';
  value(await manager.engine.setFolder(workspace, folder));
  const invitePath = join(folder, 'invite-ana.outlog-invite');
  const invite = value(
    await manager.engine.createInvite(
      { workspace, memberId: assistantId, memberName: 'Ana' },
      invitePath,
    ),
  );
  const plan: Edit[] = [
    {
      audience: 'team',
      type: 'member',
      id: assistantId,
      fields: { name: 'Ana', seat: 'assistant' },
    },
    { audience: 'team', type: 'invite', id: invite.inviteKey, fields: { memberId: assistantId } },
  ];
  value(await manager.engine.append({ workspace, memberId: managerId, edits: plan }));
  value(await manager.engine.sendNow(workspace));
  const summary = value(await assistant.engine.readInvite(await readFile(invitePath), folder));
  value(await assistant.engine.joinWorkspace({ token: summary.token, timeZone: 'Asia/Manila' }));
  return { manager, assistant, workspace, managerId, assistantId, folder };
}
