import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MadeInvite } from '#shared/ipc';
import type { Edit } from '#shared/stream/change';
import type { Engine } from '../../../../electron/sync/engine.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import {
  codeOf,
  entryEdit,
  foundWorkspace,
  readAllIds,
  seatOf,
  testEngine,
  value,
} from '../parts/test-engine.ts';

const DAY_MS = 86_400_000;
const ZONE = 'Asia/Manila';

/** A manager with a folder to share, and any number of other computers. */
async function office(nowMs: () => number = Date.now) {
  const root = temporaryFolder();
  const folder = join(root, 'sync');
  await mkdir(folder);
  const { engine } = await testEngine(join(root, 'manager'), { nowMs });
  const entry = await foundWorkspace(engine);
  value(await engine.setFolder(entry.id, folder));
  const { memberId } = seatOf(entry);
  return {
    root,
    folder,
    manager: engine,
    workspace: entry.id,
    write: async (edits: Edit[]) => {
      value(await engine.append({ workspace: entry.id, memberId, edits }));
      value(await engine.sendNow(entry.id));
    },
    invite: async (name = 'ana', validMs?: number): Promise<MadeInvite> =>
      value(
        await engine.makeInvite({
          workspace: entry.id,
          memberId: name,
          memberName: name,
          ...(validMs !== undefined && { validMs }),
        }),
      ),
    computer: async (name: string): Promise<Engine> =>
      (await testEngine(join(root, name), { nowMs })).engine,
  };
}

const joinBy = async (engine: Engine, link: string) => {
  const { token } = value(await engine.readInviteLink(link));
  return value(await engine.joinWorkspace({ token, timeZone: ZONE }));
};

describe('a short code', () => {
  test('opens the invite that lies in the folder, and finds the folder with it', async () => {
    const { folder, manager, workspace, invite, computer } = await office();
    const made = await invite();
    const shared = value(await manager.shareInvite(made.token));
    expect(shared.places).toEqual([{ kind: 'folder', label: 'sync' }]);
    const ana = await computer('ana');
    const typed = shared.code.toLowerCase().replaceAll('-', ' ');
    const from = { kind: 'folder', path: join(folder, 'v1') } as const;
    const summary = value(await ana.readInviteCode(typed, from));
    expect(summary).toMatchObject({
      workspace,
      memberName: 'ana',
      target: { kind: 'folder', label: 'sync' },
    });
    value(await ana.joinWorkspace({ token: summary.token, timeZone: ZONE }));
    expect(ana.folderPath(workspace)).toBe(folder);
    expect(value(await ana.sendNow(workspace)).waiting).toBe('none');
    // Nothing that lies in the folder gives the secret away, and nobody takes it for a batch.
    const [file = ''] = readdirSync(join(folder, 'v1', workspace, 'joins'));
    const bytes = readFileSync(join(folder, 'v1', workspace, 'joins', file));
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
    expect(value(await manager.pull(workspace)).rejected).toEqual([]);
  });

  test('that is wrong, unknown, half or tried at the wrong place says which', async () => {
    const { root, folder, manager, invite, computer } = await office();
    const { code } = value(await manager.shareInvite((await invite()).token));
    const ana = await computer('ana');
    const asked = async (typed: string, path = folder) =>
      codeOf(await ana.readInviteCode(typed, { kind: 'folder', path }));
    const otherEnd = code.endsWith('0') ? '1' : '0';
    expect(await asked(code.slice(0, -1) + otherEnd)).toBe('code-wrong');
    expect(await asked((code.startsWith('0') ? '1' : '0') + code.slice(1))).toBe('code-unknown');
    expect(await asked(code.slice(0, -1))).toBe('code-wrong');
    expect(await asked(code, root)).toBe('code-no-folder');
    expect(codeOf(await ana.readInviteCode(code, { kind: 'receiver', url: 'ftp://x' }))).toBe(
      'bad-address',
    );
    const nobody = { kind: 'receiver', url: 'https://127.0.0.1:1' } as const;
    expect(codeOf(await ana.readInviteCode(code, nobody))).toBe('receiver-silent');
  });

  test('works for seven days, however long the invite is good for', async () => {
    let nowMs = Date.now();
    const { folder, manager, invite, computer } = await office(() => nowMs);
    const made = await invite('ana', 30 * DAY_MS);
    const { code } = value(await manager.shareInvite(made.token));
    const ana = await computer('ana');
    nowMs += 7 * DAY_MS + 1;
    const from = { kind: 'folder', path: folder } as const;
    expect(codeOf(await ana.readInviteCode(code, from))).toBe('invite-expired');
    expect(codeOf(await ana.readInviteLink(made.link))).toBe('ok');
  });

  test('needs a place to lie', async () => {
    const { engine } = await testEngine(temporaryFolder());
    const { id } = await foundWorkspace(engine);
    const ana = { workspace: id, memberId: 'ana', memberName: 'Ana' };
    const { token } = value(await engine.makeInvite(ana));
    expect(codeOf(await engine.shareInvite(token))).toBe('code-nowhere');
  });
});

describe('an invite', () => {
  test('that has run out says so, whatever form it has', async () => {
    let nowMs = Date.now();
    const { root, manager, invite, computer } = await office(() => nowMs);
    const made = await invite('ana', DAY_MS);
    const file = join(root, 'ana.outlog-invite');
    value(await manager.saveInvite(made.token, file));
    const ana = await computer('ana');
    nowMs += DAY_MS + 1;
    expect(codeOf(await ana.readInviteLink(made.link))).toBe('invite-expired');
    expect(codeOf(await ana.readInvite(readFileSync(file), null))).toBe('invite-expired');
  });

  test('is refused on a computer that is somebody else’s in that team', async () => {
    const { invite, computer } = await office();
    const ana = await computer('ana');
    await joinBy(ana, (await invite('ana')).link);
    const bo = await ana.readInviteLink((await invite('bo')).link);
    expect(codeOf(bo)).toBe('invite-other-member');
  });

  test('opened by whoever is in already brings a new place, and leaves seat and log as they are', async () => {
    const { folder, manager, workspace, write, invite, computer } = await office();
    const ana = await computer('ana');
    const first = await invite();
    await write([inviteEdit(first), memberEdit('ana')]);
    const entry = await joinBy(ana, first.link);
    const edits = [entryEdit('ana', 'before')];
    value(await ana.append({ workspace, memberId: 'ana', edits }));
    expect(value(await ana.sendNow(workspace)).waiting).toBe('no-folder');

    const path = join(folder, 'again.outlog-invite');
    value(await manager.saveInvite((await invite()).token, path));
    const again = value(await ana.readInvite(readFileSync(path), folder));
    expect(again).toMatchObject({ isHere: true, target: { kind: 'folder' } });
    expect(value(await ana.joinWorkspace({ token: again.token, timeZone: ZONE }))).toEqual(entry);
    expect(value(await ana.syncStatus(workspace))).toMatchObject({
      waiting: 'none',
      unsentCount: 0,
      target: { kind: 'folder', label: 'sync' },
    });
    value(await manager.pull(workspace));
    expect(await readAllIds(manager, workspace)).toContain('202611-before');
    expect(ana.workspaces()).toHaveLength(1);
  });
});

describe('a second device', () => {
  test('takes the same member’s seat with a key of its own, and both read each other', async () => {
    const { folder, manager, workspace, write, invite, computer } = await office();
    const [desk, laptop] = [await computer('desk'), await computer('laptop')];
    const [one, two] = [await invite(), await invite()];
    await write([memberEdit('ana'), inviteEdit(one), inviteEdit(two)]);
    const keys = [];
    for (const [engine, made] of [
      [desk, one],
      [laptop, two],
    ] as const) {
      const joined = await joinBy(engine, made.link);
      value(await engine.setFolder(workspace, folder));
      keys.push(seatOf(joined).keyId);
    }
    expect(new Set(keys).size).toBe(2);
    for (const [engine, id] of [
      [desk, 'at-desk'],
      [laptop, 'on-the-way'],
    ] as const) {
      const edits = [entryEdit('ana', id)];
      value(await engine.append({ workspace, memberId: 'ana', edits }));
      value(await engine.sendNow(workspace));
    }
    for (const engine of [desk, laptop, manager]) {
      value(await engine.pull(workspace));
      const ids = await readAllIds(engine, workspace);
      expect(ids).toEqual(expect.arrayContaining(['202611-at-desk', '202611-on-the-way']));
    }
  });
});

describe('two workspaces on one computer', () => {
  test('never mix: each keeps to its own streams, keys, folder and files', async () => {
    const [one, two] = [await office(), await office()];
    const { engine: ana } = await testEngine(join(one.root, 'ana'));
    for (const { workspace, folder, write, invite } of [one, two]) {
      const made = await invite();
      await write([memberEdit('ana'), inviteEdit(made)]);
      await joinBy(ana, made.link);
      value(await ana.setFolder(workspace, folder));
    }
    expect(codeOf(await ana.setFolder(one.workspace, two.folder))).toBe('folder-foreign');
    const inOne = [entryEdit('ana', 'only-one')];
    const inTwo = [entryEdit('ana', 'only-two')];
    value(await ana.append({ workspace: one.workspace, memberId: 'ana', edits: inOne }));
    value(await ana.append({ workspace: two.workspace, memberId: 'ana', edits: inTwo }));
    value(await ana.sendNow(one.workspace));
    value(await ana.sendNow(two.workspace));

    const keys = ana.workspaces().map((entry) => seatOf(entry).keyId);
    expect(new Set(keys).size).toBe(2);
    for (const [own, other, mine, theirs] of [
      [one, two, '202611-only-one', '202611-only-two'],
      [two, one, '202611-only-two', '202611-only-one'],
    ] as const) {
      value(await own.manager.pull(own.workspace));
      for (const engine of [own.manager, ana]) {
        const ids = await readAllIds(engine, own.workspace);
        expect(ids).toContain(mine);
        expect(ids).not.toContain(theirs);
      }
      const names = readdirSync(own.folder, { recursive: true }).map(String);
      expect(names.some((name) => name.includes(other.workspace))).toBe(false);
      expect(names.some((name) => name.includes(join('v1', own.workspace, 'm-ana')))).toBe(true);
      const streams = value(await ana.heads(own.workspace)).map(({ stream }) => stream);
      expect(streams.filter((stream) => names.some((name) => name.includes(stream)))).toEqual(
        streams,
      );
    }
    // A batch of the one, handed in by hand, is foreign to the other.
    const batch = readdirSync(one.folder, { recursive: true })
      .map(String)
      .find((name) => name.includes('m-ana') && name.endsWith('.outlog'));
    const added = value(await ana.addBatchFile(two.workspace, join(one.folder, batch ?? '')));
    expect(added.rejected).toMatchObject([{ problem: 'batch-foreign' }]);
  });
});

const memberEdit = (id: string): Edit => ({
  audience: 'team',
  type: 'member',
  id,
  fields: { name: id, seat: 'assistant' },
});

const inviteEdit = ({ inviteKey, tokenHash }: MadeInvite): Edit => ({
  audience: 'team',
  type: 'invite',
  id: inviteKey,
  fields: { memberId: 'ana', tokenHash },
});

test.skipIf(process.platform === 'win32')(
  'an invite that is saved is nobody else’s on this computer to read',
  async () => {
    const o = await office();
    const { token } = await o.invite();
    const path = join(o.root, 'ana.outlog-invite');
    value(await o.manager.saveInvite(token, path));
    expect(statSync(path).mode & 0o077).toBe(0);
  },
);
