import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../electron/sync/file-system.ts';
import { SyncLog } from '../../../electron/sync/sync-log.ts';
import { failingFiles } from './parts/failing-files.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { testEngine, value } from './parts/test-engine.ts';

const SECRET = 'canary';
/** Lower case and short enough to pass for an id, a name and a file alike. */
const secret = (what: string): string => `${SECRET}-${what}`;

/** A receiver that nobody answers as, where the folder was: its address and token are secrets, too. */
function useReceiver(path: string): void {
  const file = JSON.parse(readFileSync(path, 'utf8')) as object;
  const endpoint = {
    url: `https://${secret('host')}.invalid:9`,
    receiverKey: 'a'.repeat(64),
    certSha256: null,
    sealedToken: Buffer.from(secret('token')).toString('base64'),
    protection: 'plain-file',
  };
  writeFileSync(path, JSON.stringify({ ...file, folder: null, endpoint }));
}

describe('the log for support', () => {
  test('holds no field, name, path or address, whatever happened', async () => {
    const root = temporaryFolder();
    const data = join(root, secret('data'));
    const folder = join(root, secret('folder'));
    const { engine } = await testEngine(data);
    const made = await engine.createWorkspace({
      name: secret('workspace'),
      memberName: secret('founder'),
      timeZone: 'Europe/Lisbon',
    });
    const entry = value(made);
    const workspace = entry.id;
    const memberId = entry.seats[0]?.memberId ?? '';
    const fields = {
      title: secret('title'),
      note: secret('note'),
      link: `https://${secret('link')}.example`,
      [secret('field')]: [secret('value'), { deep: secret('deep') }],
    };
    const edits = [
      { audience: `m-${memberId}`, type: 'deliverable', id: secret('record'), fields },
      { audience: `m-${secret('member')}`, type: 'deliverable', id: secret('other'), fields },
      { audience: 'team', type: 'member', id: secret('member'), fields: { name: secret('ana') } },
    ] as const;
    value(await engine.append({ workspace, memberId, edits: [...edits] }));
    mkdirSync(folder);
    value(await engine.setFolder(workspace, folder));
    const place = join(folder, 'v1', workspace, 'team');
    writeFileSync(join(place, `${secret('stray')}.outlog`), secret('content'));
    value(await engine.pull(workspace));
    const invite = join(root, `${secret('invite')}.outlog-invite`);
    const who = { workspace, memberId: secret('member'), memberName: secret('ana') };
    value(await engine.createInvite(who, invite));
    const bytes = new TextEncoder().encode(secret('evidence'));
    const file = { workspace, audience: 'team', name: `${secret('file')}.txt`, bytes } as const;
    value(await engine.addEvidenceBytes(file));
    const { refused } = value(await engine.syncQueue(workspace));
    for (const { key } of refused) {
      value(await engine.retryItem({ workspace, key }));
      value(await engine.exportItem({ workspace, key }, join(root, secret('copy'))));
    }
    const gone = join(folder, 'outlog-folder.json');
    writeFileSync(gone, secret('marker'));
    await engine.sendNow(workspace);
    await engine.close();
    const directory = join(data, 'workspaces', workspace);
    useReceiver(join(directory, 'workspace.json'));
    const again = await testEngine(data);
    value(await again.engine.append({ workspace, memberId, edits: [...edits] }));
    value(await again.engine.sendNow(workspace));

    const { text } = value(await again.engine.syncLog(workspace));
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(root);
    expect(text).not.toContain(workspace);
    for (const code of ['opened', 'sealed', 'sent', 'file-refused', 'item-retried', 'send-waits']) {
      expect(text).toMatch(new RegExp(` ${code}\\b`));
    }
    await again.engine.close();
    const written = readFileSync(join(directory, 'sync.log'), 'utf8');
    expect(written).toContain(' sealed ');
    expect(written).not.toContain(SECRET);
  });
});

describe('what is kept of it', () => {
  test('is the last 500 lines, in two files of 128 KiB at most and a line', async () => {
    const directory = temporaryFolder();
    const log = new SyncLog(nodeFileSystem, directory, () => 0, false);
    for (let round = 0; round < 50; round += 1) {
      for (let i = 0; i < 200; i += 1) log.note('sealed', { counts: { first: round, last: i } });
      await log.flush();
    }
    const lines = await log.lines();
    expect(lines.length).toBe(500);
    expect(lines.at(-1)).toBe('1970-01-01T00:00:00.000Z sealed first=49 last=199');
    const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)).size);
    expect(sizes.length).toBe(2);
    for (const size of sizes) expect(size).toBeLessThan(160 * 1024);
  });

  test('is there after a restart, and what no disk takes is kept in memory', async () => {
    const directory = temporaryFolder();
    const first = new SyncLog(nodeFileSystem, directory, () => 0, false);
    first.note('opened');
    await first.flush();
    let isFull = true;
    const fs = failingFiles(({ name }) => (isFull && name === 'open' ? 'ENOSPC' : null));
    const second = new SyncLog(fs, directory, () => 1, false);
    second.note('disk-state', { reason: 'disk-full', errno: 'ENOSPC' });
    const expected = [
      '1970-01-01T00:00:00.000Z opened',
      '1970-01-01T00:00:00.001Z disk-state reason=disk-full errno=ENOSPC',
    ];
    expect(await second.lines()).toEqual(expected);
    isFull = false;
    await second.flush();
    expect(readFileSync(join(directory, 'sync.log'), 'utf8')).toBe(`${expected.join('\n')}\n`);
  });

  test('takes no text for a system’s error name, and no id as it is', async () => {
    const log = new SyncLog(nodeFileSystem, temporaryFolder(), () => 0, false);
    log.note('sent', { ids: { member: 'canary', batch: 'ab'.repeat(32) }, errno: 'canary' });
    const [line = ''] = await log.lines();
    expect(line).toMatch(/^1970-01-01T00:00:00\.000Z sent member=[0-9a-f]{8} batch=abababab$/);
  });
});
