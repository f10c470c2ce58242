import { cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../../electron/sync/engine.ts';
import { isSealedFile } from '../../../../electron/sync/encryption/sealed-file.ts';
import { evidenceTeam, namesIn, someBytes } from '../parts/evidence-team.ts';
import { failingFiles } from '../parts/failing-files.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { codeOf, entryEdit, readAllIds, team, testEngine, value } from '../parts/test-engine.ts';

/** Every file below a workspace's part of the folder. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'v1'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, 'v1', name))
    .filter((path) => statSync(path).isFile())
    .toSorted();

/** A team of whom everybody joined before its folder was encrypted. */
async function encryptedTeam() {
  const made = await team(temporaryFolder());
  const { manager, assistant, workspace, managerId, assistantId, folder } = made;
  const plain = new Set(filesIn(folder));
  const log = async (engine: Engine, memberId: string, id: string): Promise<void> => {
    const edits = [entryEdit(memberId, id, `secret ${id}`)];
    value(await engine.append({ workspace, memberId, edits }));
  };
  return {
    ...made,
    logAsAna: (id: string) => log(assistant.engine, assistantId, id),
    logAsManager: (id: string) => log(manager.engine, managerId, id),
    added: () => filesIn(folder).filter((path) => !plain.has(path)),
    openNewInvite: async (engine: Engine): Promise<void> => {
      const { token } = value(
        await manager.engine.makeInvite({ workspace, memberId: assistantId, memberName: 'Ana' }),
      );
      const path = join(folder, 'again.outlog-invite');
      value(await manager.engine.saveInvite(token, path));
      const summary = value(await engine.readInvite(readFileSync(path), folder));
      value(await engine.joinWorkspace({ token: summary.token, timeZone: 'Asia/Manila' }));
    },
  };
}

describe('an encrypted folder', () => {
  test('holds nothing that was written since in plain, and everybody reads all of it', async () => {
    const t = await encryptedTeam();
    const { manager, assistant, workspace } = t;
    const status = value(await manager.engine.encryptFolder(workspace));
    expect(status.target).toMatchObject({ kind: 'folder', isEncrypted: true, isReachable: true });
    await t.openNewInvite(assistant.engine);
    await t.logAsAna('a');
    await t.logAsManager('b');
    value(await assistant.engine.sendNow(workspace));
    value(await manager.engine.sendNow(workspace));

    expect(t.added().length).toBeGreaterThanOrEqual(2);
    for (const path of t.added()) {
      expect(path).toMatch(/\.outlog\.age$/);
      const bytes = readFileSync(path);
      expect(isSealedFile(bytes)).toBe(true);
      for (const word of ['secret', 'deliverable', 'member', workspace]) {
        expect(bytes.includes(word)).toBe(false);
      }
    }
    expect(value(await manager.engine.pull(workspace)).rejected).toEqual([]);
    value(await assistant.engine.pull(workspace));
    expect(await readAllIds(manager.engine, workspace)).toContain('202611-a');
    const statuses = [
      value(await assistant.engine.syncStatus(workspace)),
      value(await manager.engine.syncStatus(workspace)),
    ];
    expect(statuses.map(({ unsentCount, waiting }) => [unsentCount, waiting])).toEqual([
      [0, 'none'],
      [0, 'none'],
    ]);
  });

  test('again sends nothing again, and a sealed file that is still on its way is tried again', async () => {
    const t = await encryptedTeam();
    value(await t.manager.engine.encryptFolder(t.workspace));
    await t.openNewInvite(t.assistant.engine);
    await t.logAsAna('a');
    value(await t.assistant.engine.sendNow(t.workspace));
    const [path = ''] = t.added();
    const before = readFileSync(path);
    value(await t.assistant.engine.sendNow(t.workspace));
    expect(readFileSync(path).equals(before)).toBe(true);

    truncateSync(path, 300);
    expect(value(await t.manager.engine.pull(t.workspace)).rejected).toMatchObject([
      { problem: 'batch-damaged' },
    ]);
    writeFileSync(path, before);
    const pulled = value(await t.manager.engine.pull(t.workspace));
    expect(pulled).toMatchObject({ newBatches: 1, rejected: [] });
  });

  test('gets nothing from a computer that has no key, which says so and keeps everything', async () => {
    const t = await encryptedTeam();
    value(await t.manager.engine.encryptFolder(t.workspace));
    await t.logAsAna('a');
    const status = value(await t.assistant.engine.sendNow(t.workspace));
    // Her entry, and what introduces her computer.
    expect(status).toMatchObject({ waiting: 'needs-keys', unsentCount: 2 });
    expect(codeOf(await t.assistant.engine.pull(t.workspace))).toBe('needs-keys');
    expect(t.added()).toEqual([]);

    await t.openNewInvite(t.assistant.engine);
    const after = value(await t.assistant.engine.sendNow(t.workspace));
    expect(after).toMatchObject({ waiting: 'none', unsentCount: 0 });
    value(await t.manager.engine.pull(t.workspace));
    expect(await readAllIds(t.manager.engine, t.workspace)).toContain('202611-a');
  });

  test('holds files of entries sealed, too, and gives them back whole', async () => {
    const t = await encryptedTeam();
    const { workspace } = t;
    value(await t.manager.engine.encryptFolder(workspace));
    await t.openNewInvite(t.assistant.engine);
    const bytes = someBytes(2_500_000);
    const name = 'proof.bin';
    const file = value(
      await t.assistant.engine.addEvidenceBytes({ workspace, audience: 'm-ana', name, bytes }),
    );
    value(await t.assistant.engine.moveEvidence(workspace));
    const pieces = t.added().filter((path) => path.includes('evidence'));
    expect(pieces).toHaveLength(4);
    for (const path of pieces) expect(isSealedFile(readFileSync(path))).toBe(true);
    value(await t.manager.engine.pull(workspace));
    value(await t.manager.engine.moveEvidence(workspace));
    const read = value(await t.manager.engine.readEvidence({ workspace, hash: file.hash }));
    expect(Buffer.from(read.bytes).equals(bytes)).toBe(true);
  });

  test('is begun by a manager, once, and keeps its keys over a restart', async () => {
    const t = await encryptedTeam();
    const { workspace } = t;
    expect(codeOf(await t.assistant.engine.encryptFolder(workspace))).toBe('not-allowed');
    value(await t.manager.engine.encryptFolder(workspace));
    value(await t.manager.engine.encryptFolder(workspace));
    const marker: unknown = JSON.parse(readFileSync(join(t.folder, 'outlog-folder.json'), 'utf8'));
    expect(marker).toMatchObject({ workspace, encrypted: 'age' });
    await t.manager.engine.close();
    const again = await testEngine(join(t.folder, '..', 'manager'));
    const edits = [entryEdit(t.managerId, 'later')];
    value(await again.engine.append({ workspace, memberId: t.managerId, edits }));
    expect(value(await again.engine.sendNow(workspace))).toMatchObject({ waiting: 'none' });
    expect(t.added().every((path) => path.endsWith('.outlog.age'))).toBe(true);
  });

  test('of two managers who began it apart, the one who takes the other’s keys seals hers again', async () => {
    const t = await encryptedTeam();
    const { workspace, folder } = t;
    const made = value(
      await t.manager.engine.makeInvite({
        workspace,
        memberId: 'mia',
        memberName: 'Mia',
        seat: 'manager',
      }),
    );
    const plan = [
      { type: 'member', id: 'mia', fields: { name: 'Mia', seat: 'manager' } },
      { type: 'invite', id: made.inviteKey, fields: { memberId: 'mia' } },
    ];
    const edits = plan.map((edit) => ({ ...edit, audience: 'team' as const }));
    value(await t.manager.engine.append({ workspace, memberId: t.managerId, edits }));
    value(await t.manager.engine.sendNow(workspace));
    const hers = join(folder, '..', 'hers');
    cpSync(folder, hers, { recursive: true });
    const mia = await testEngine(join(folder, '..', 'mia'));
    const takeInvite = async (token: string) => {
      value(await t.manager.engine.saveInvite(token, join(hers, 'mia.outlog-invite')));
      const bytes = readFileSync(join(hers, 'mia.outlog-invite'));
      const summary = value(await mia.engine.readInvite(bytes, hers));
      value(await mia.engine.joinWorkspace({ token: summary.token, timeZone: 'Asia/Manila' }));
    };
    await takeInvite(made.token);
    // Neither computer has heard of the other's folder yet.
    value(await t.manager.engine.encryptFolder(workspace));
    value(await mia.engine.encryptFolder(workspace));
    const written = [{ ...entryEdit('mia', 'of-mia'), audience: 'managers' as const }].map(
      ({ fields, audience }) => ({ audience, type: 'note', id: 'of-mia', fields }),
    );
    value(await mia.engine.append({ workspace, memberId: 'mia', edits: written }));
    expect(value(await mia.engine.sendNow(workspace))).toMatchObject({ unsentCount: 0 });
    cpSync(folder, hers, { recursive: true });
    const again = value(
      await t.manager.engine.makeInvite({
        workspace,
        memberId: 'mia',
        memberName: 'Mia',
        seat: 'manager',
      }),
    );
    await takeInvite(again.token);
    expect(value(await mia.engine.sendNow(workspace))).toMatchObject({ unsentCount: 0 });
    cpSync(hers, folder, { recursive: true });
    value(await t.manager.engine.pull(workspace));
    expect(await readAllIds(t.manager.engine, workspace)).toContain('of-mia');
  });

  test('a manager’s key to everything is not given up for an invite’s few', async () => {
    const t = await encryptedTeam();
    const { workspace, managerId: memberId } = t;
    value(await t.manager.engine.encryptFolder(workspace));
    await t.openNewInvite(t.assistant.engine);
    const { token } = value(
      await t.manager.engine.makeInvite({ workspace, memberId, memberName: 'Robin' }),
    );
    const path = join(t.folder, 'robin.outlog-invite');
    value(await t.manager.engine.saveInvite(token, path));
    const summary = value(await t.manager.engine.readInvite(readFileSync(path), t.folder));
    value(await t.manager.engine.joinWorkspace({ token: summary.token, timeZone: 'Asia/Manila' }));
    await t.logAsAna('a');
    value(await t.assistant.engine.sendNow(workspace));
    expect(value(await t.manager.engine.pull(workspace)).rejected).toEqual([]);
    expect(await readAllIds(t.manager.engine, workspace)).toContain('202611-a');
  });

  test('gets no piece of a file in plain once it is encrypted, also in the middle of one', async () => {
    const root = temporaryFolder();
    const marker = join(root, 'sync', 'outlog-folder.json');
    const t = await evidenceTeam(
      {
        fs: failingFiles(({ name, path }) => {
          if (
            name === 'rename' &&
            path.includes('evidence') &&
            path.startsWith(join(root, 'sync'))
          ) {
            const marked = { ...JSON.parse(readFileSync(marker, 'utf8')), encrypted: 'age' };
            writeFileSync(marker, JSON.stringify(marked));
          }
          return null;
        }),
      },
      root,
    );
    const { hash } = await t.attach(someBytes(3_500_000));
    const status = await t.send();
    expect(status.evidence).toMatchObject({ waiting: 'needs-keys', waitingCount: 1 });
    expect(namesIn(t.placeOf(hash))).toHaveLength(1);
  });
});
