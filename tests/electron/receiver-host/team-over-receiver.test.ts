import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { Receivers } from '../../../electron/receiver-host/receivers.ts';
import { workerStarter } from '../../../electron/receiver-host/worker-handle.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import {
  codeOf,
  entryEdit,
  foundWorkspace,
  readAllIds,
  seatOf,
  testEngine,
  value,
} from '../sync/parts/test-engine.ts';
import { SOURCE_WORKER } from './parts/source-worker.ts';

const plan = (type: string, id: string, fields: Edit['fields']): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

/** A manager whose app receives, with nothing but what the app makes by itself. */
async function receivingManager(root: string) {
  const engine: Promise<Engine> = openEngine(
    {
      dir: join(root, 'manager'),
      protector: { kind: 'plain-file', seal: (secret) => secret, open: (sealed) => sealed },
      nowMs: Date.now,
      random: randomBytes,
      onStatus: () => undefined,
      onIncoming: () => undefined,
      servedAt: (workspace) => receivers.address(workspace),
    },
    { isActive: false },
  );
  const receivers = new Receivers({
    engine,
    directory: join(root, 'manager', 'receivers'),
    listenHost: '127.0.0.1',
    worker: workerStarter(SOURCE_WORKER),
    onStatus: () => undefined,
  });
  const manager = await engine;
  onTestFinished(() => manager.close());
  onTestFinished(() => receivers.close());
  const entry = await foundWorkspace(manager);
  const hosts = await receivers.hosts();
  const switchTo = async (isOn: boolean) => {
    await hosts.switchTo(entry.id, isOn);
    await expect.poll(() => hosts.status(entry.id).phase).toBe(isOn ? 'on' : 'off');
  };
  const write = async (edits: readonly Edit[]) => {
    const { memberId } = seatOf(entry);
    value(await manager.append({ workspace: entry.id, memberId, edits: [...edits] }));
    value(await manager.sendNow(entry.id));
  };
  return { manager, workspace: entry.id, hosts, switchTo, write };
}

describe('a team over the receiver in its manager’s app', () => {
  it('joins by an invite, sends what was written while it was off, and is told when it is shut out', async () => {
    const root = temporaryFolder();
    const { manager, workspace, hosts, switchTo, write } = await receivingManager(root);
    await switchTo(true);

    const ana = { workspace, memberId: 'ana', memberName: 'Ana' };
    const invite = value(await manager.makeInvite(ana));
    const { inviteKey, tokenHash } = invite;
    expect(invite.target?.kind).toBe('endpoint');
    await write([
      plan('member', 'ana', { name: 'Ana', seat: 'assistant' }),
      plan('invite', inviteKey, { memberId: 'ana', tokenHash }),
    ]);

    const { engine: assistant } = await testEngine(join(root, 'assistant'));
    const offer = value(await assistant.readInviteLink(invite.link));
    value(await assistant.joinWorkspace({ token: offer.token, timeZone: 'Asia/Manila' }));
    const send = async () => value(await assistant.sendNow(workspace));
    // The receiver notices within a second or two what the manager's app laid in the folder.
    await expect.poll(async () => (await send()).waiting).toBe('none');
    expect((await send()).target).toMatchObject({ kind: 'endpoint', isReachable: true });
    value(await assistant.pull(workspace));
    expect(await readAllIds(assistant, workspace)).toContain(inviteKey);

    await switchTo(false);
    const edits = [entryEdit('ana', 'offline')];
    value(await assistant.append({ workspace, memberId: 'ana', edits }));
    expect(await send()).toMatchObject({ waiting: 'offline', unsentCount: 1 });

    await switchTo(true);
    expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
    // Nobody asks the manager's app to look: it is told.
    await expect.poll(() => readAllIds(manager, workspace)).toContain('202611-offline');
    expect(hosts.status(workspace).lastFrom?.memberId).toBe('ana');

    await write([plan('invite', inviteKey, { revokedAtMs: Date.now() })]);
    await expect.poll(async () => codeOf(await assistant.pull(workspace))).toBe('revoked');
    const late = [entryEdit('ana', 'late')];
    value(await assistant.append({ workspace, memberId: 'ana', edits: late }));
    expect(await send()).toMatchObject({ waiting: 'revoked', unsentCount: 1 });
    expect(await readAllIds(manager, workspace)).not.toContain('202611-late');
  });
});
