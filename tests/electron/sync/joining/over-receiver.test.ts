import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MadeInvite } from '#shared/ipc';
import type { Edit } from '#shared/stream/change';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { joinsDirectory, putJoinFile } from '../../../../electron/sync/joining/join-files.ts';
import { getJoin } from '../../../../electron/sync/joining/get-join.ts';
import { endpointTeam, type EndpointTeam } from '../parts/endpoint-team.ts';
import { codeOf, entryEdit, readAllIds, testEngine, value } from '../parts/test-engine.ts';

const ZONE = 'Asia/Manila';

const inviteEdit = ({ inviteKey, tokenHash }: MadeInvite, fields: Edit['fields'] = {}): Edit => ({
  audience: 'team',
  type: 'invite',
  id: inviteKey,
  fields: { memberId: 'ana', tokenHash, ...fields },
});

async function write({ manager, workspace, managerId }: EndpointTeam, edits: Edit[]) {
  value(await manager.engine.append({ workspace, memberId: managerId, edits }));
  value(await manager.engine.sendNow(workspace));
}

test('a code typed beside the receiver’s address brings a laptop in; revoked, it is turned away and the desk works on', async () => {
  const team = await endpointTeam({ isEncrypted: true });
  const { root, receiver, manager, assistant, workspace, log, send } = team;
  const made = value(
    await manager.engine.makeInvite({ workspace, memberId: 'ana', memberName: 'Ana' }),
  );
  await write(team, [inviteEdit(made)]);
  const shared = value(await manager.engine.shareInvite(made.token));
  expect(shared.places).toEqual([{ kind: 'endpoint', label: new URL(receiver.address.url).host }]);

  const laptop = (await testEngine(join(root, 'laptop'))).engine;
  const at = { kind: 'receiver', url: receiver.address.url } as const;
  const wrong = `${shared.code.startsWith('0') ? '1' : '0'}${shared.code.slice(1)}`;
  expect(codeOf(await laptop.readInviteCode(wrong, at))).toBe('code-unknown');
  const summary = value(await laptop.readInviteCode(shared.code, at));
  expect(summary.target?.kind).toBe('endpoint');
  value(await laptop.joinWorkspace({ token: summary.token, timeZone: ZONE }));
  const logAtLaptop = async (id: string) => {
    const edits = [entryEdit('ana', id)];
    value(await laptop.append({ workspace, memberId: 'ana', edits }));
    return value(await laptop.sendNow(workspace));
  };
  expect(await logAtLaptop('on-the-way')).toMatchObject({ waiting: 'none', unsentCount: 0 });
  await log('at-the-desk');
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });

  await write(team, [inviteEdit(made, { revokedAtMs: Date.now() })]);
  expect(await logAtLaptop('stolen')).toMatchObject({ waiting: 'revoked', unsentCount: 1 });
  expect(codeOf(await laptop.pull(workspace))).toBe('revoked');
  await log('still-here');
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });

  value(await manager.engine.pull(workspace));
  const ids = await readAllIds(manager.engine, workspace);
  expect(ids).toEqual(
    expect.arrayContaining(['202611-on-the-way', '202611-at-the-desk', '202611-still-here']),
  );
  expect(ids).not.toContain('202611-stolen');
  value(await assistant.engine.pull(workspace));
  expect(await readAllIds(assistant.engine, workspace)).toContain('202611-on-the-way');
}, 60_000);

test('what a manager lays into the folder that a receiver serves is found at the receiver, by its locator alone', async () => {
  const { root, receiver, workspace } = await endpointTeam({ isEncrypted: true });
  const directory = joinsDirectory(join(root, 'received'), workspace);
  const bytes = Buffer.from('age-encryption.org/v1\n');
  await putJoinFile(nodeFileSystem, directory, 'k7p2', bytes, 0);
  const { url } = receiver.address;
  expect(value(await getJoin(url, 'k7p2'))).toEqual(bytes);
  for (const locator of ['k7p3', 'K7P2', '..', '%2e%2e%2fteam']) {
    expect(codeOf(await getJoin(url, locator))).toMatch(/^(code-unknown|not-outlog)$/);
  }
});
