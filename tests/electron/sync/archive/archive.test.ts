import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

const MARKER = 'marker-text-3f9a';
const PASSPHRASE = 'seven quiet harbours';
const onProgress = (): void => undefined;

/** A founder with some entries and a file, and an empty computer beside. */
async function twoComputers() {
  const root = temporaryFolder();
  const old = await testEngine(join(root, 'old'));
  const fresh = await testEngine(join(root, 'new'));
  const entry = await foundWorkspace(old.engine, 'Harbour Shop');
  const { memberId } = seatOf(entry);
  const workspace = entry.id;
  const edits = ['a', 'b', 'c'].map((id) => entryEdit(memberId, id, `${MARKER} ${id}`));
  value(await old.engine.append({ workspace, memberId, edits }));
  const bytes = Buffer.from(`${MARKER} in a file`);
  const audience = `m-${memberId}` as const;
  value(await old.engine.addEvidenceBytes({ workspace, audience, name: 'note.txt', bytes }));
  const filePath = join(root, 'copy.outlog-archive');
  return { root, old: old.engine, fresh: fresh.engine, entry, memberId, workspace, filePath };
}

const exported = async (engine: Engine, workspace: string, filePath: string, passphrase = '') =>
  value(
    await engine.exportWorkspace(workspace, {
      filePath,
      passphrase: passphrase || null,
      onProgress,
    }),
  );

const restored = (engine: Engine, filePath: string, passphrase = '') =>
  engine.restoreWorkspace({ filePath, passphrase: passphrase || null, onProgress });

const filesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());

const filesWith = (directory: string, text: string): readonly string[] =>
  filesBelow(directory).filter((path) => readFileSync(path).includes(text));

/** Streams are named at random: in which order they are read tells nothing. */
const idsIn = async (engine: Engine, workspace: string): Promise<readonly string[]> =>
  (await readAllIds(engine, workspace)).toSorted();

const nothingIn = (root: string): boolean =>
  readdirSync(join(root, 'new', 'workspaces')).filter((name) => !name.startsWith('.ballast'))
    .length === 0;

describe('a workspace in one file', () => {
  test('comes back on another computer with the same state, and can be written on with its key', async () => {
    const { old, fresh, workspace, memberId, filePath, entry } = await twoComputers();
    const made = await exported(old, workspace, filePath, PASSPHRASE);
    expect(readFileSync(filePath).includes(MARKER)).toBe(false);
    const back = value(await restored(fresh, filePath, PASSPHRASE));
    expect(back).toMatchObject({ entry, stateHash: made.stateHash, hasKeys: true });
    expect(value(await fresh.stateHash(workspace))).toEqual({ stateHash: made.stateHash });
    const heads = value(await fresh.heads(workspace));
    expect(await idsIn(fresh, workspace)).toEqual(await idsIn(old, workspace));
    // Both may be in use: what is written here begins an epoch that names the one before.
    const edits = [entryEdit(memberId, 'd')];
    const { appended } = value(await fresh.append({ workspace, memberId, edits }));
    const before = heads.find(({ audience }) => audience === `m-${memberId}`);
    expect(appended[0]?.epoch).not.toBe(before?.epoch);
    const link = appended[0]?.changes.find(({ type }) => type === 'epoch');
    expect(link?.fields).toMatchObject({ previousEpoch: before?.epoch, previousSeq: before?.seq });
    const invite = { workspace, memberId: 'ana', memberName: 'Ana', seat: 'assistant' as const };
    value(await fresh.makeInvite(invite));
  });

  test('brings its files, by their content', async () => {
    const { old, fresh, workspace, filePath } = await twoComputers();
    await exported(old, workspace, filePath);
    value(await restored(fresh, filePath));
    const hash = createHash('sha256').update(`${MARKER} in a file`).digest('hex');
    const { bytes } = value(await fresh.readEvidence({ workspace, hash }));
    expect(Buffer.from(bytes).toString()).toBe(`${MARKER} in a file`);
  });

  test('without a passphrase carries no key: it is read, and nothing can be written', async () => {
    const { old, fresh, workspace, memberId, filePath, root } = await twoComputers();
    const file = readFileSync(join(root, 'old', 'workspaces', workspace, 'workspace.json'), 'utf8');
    const { seats } = JSON.parse(file) as { seats: { sealedSeed: string }[] };
    const made = await exported(old, workspace, filePath);
    expect(readFileSync(filePath).includes(seats[0]?.sealedSeed ?? '-')).toBe(false);
    const back = value(await restored(fresh, filePath));
    expect(back).toMatchObject({ stateHash: made.stateHash, hasKeys: false });
    const edits = [entryEdit(memberId, 'd')];
    expect(codeOf(await fresh.append({ workspace, memberId, edits }))).toBe('no-seat');
    expect(await idsIn(fresh, workspace)).toEqual(await idsIn(old, workspace));
  });

  test('a seat that came without its key writes again once a manager invites it', async () => {
    const { old, fresh, entry, workspace, memberId, filePath, root } = await twoComputers();
    await exported(old, workspace, filePath);
    value(await restored(fresh, filePath));
    const invitePath = join(root, 'again.outlog-invite');
    const invite = { workspace, memberId, memberName: 'Robin', seat: 'manager' as const };
    value(await old.createInvite(invite, invitePath));
    const read = value(await fresh.readInvite(readFileSync(invitePath), null));
    const again = value(await fresh.joinWorkspace({ token: read.token, timeZone: 'UTC' }));
    expect(seatOf(again).keyId).not.toBe(seatOf(entry).keyId);
    const edits = [entryEdit(memberId, 'd')];
    const { appended } = value(await fresh.append({ workspace, memberId, edits }));
    const device = appended[0]?.changes.find(({ type }) => type === 'device');
    expect(device?.id).toBe(seatOf(again).keyId);
    expect(device?.fields['proof']).toMatch(/^[0-9a-f]{128}$/);
  });

  test('is not put over one that is here', async () => {
    const { old, workspace, filePath } = await twoComputers();
    await exported(old, workspace, filePath);
    expect(codeOf(await restored(old, filePath))).toBe('workspace-here');
  });
});

/** A plain archive as its lines and bodies, to be put together otherwise. */
function partsOf(archive: Buffer): { line: string; body: Buffer }[] {
  const parts: { line: string; body: Buffer }[] = [];
  let at = 0;
  while (at < archive.length) {
    const end = archive.indexOf(10, at);
    const line = archive.subarray(at, end).toString();
    const { size = 0 } = JSON.parse(line) as { size?: number };
    parts.push({ line, body: archive.subarray(end + 1, end + 1 + size) });
    at = end + 1 + size;
  }
  return parts;
}

const joined = (parts: readonly { line: string; body: Buffer }[]): Buffer =>
  Buffer.concat(parts.flatMap(({ line, body }) => [Buffer.from(`${line}\n`), body]));

describe('an archive that is not what was exported', () => {
  const spoilt: readonly [string, (all: Buffer) => Buffer, string][] = [
    ['cut short anywhere', (all: Buffer) => all.subarray(0, all.length / 2), 'archive-truncated'],
    ['without its end', (all: Buffer) => all.subarray(0, -40), 'archive-truncated'],
    ['with something behind it', (all: Buffer) => Buffer.concat([all, all]), 'archive-damaged'],
    ['of another kind', () => Buffer.from('PK\u0003\u0004 a zip\n'), 'not-archive'],
    ['that is empty', () => Buffer.alloc(0), 'archive-truncated'],
    [
      'of a newer program',
      (all: Buffer) => Buffer.from(all.toString('latin1').replace('"v":1', '"v":2'), 'latin1'),
      'archive-newer',
    ],
    [
      'with a flipped bit in an entry',
      (all: Buffer) => {
        const parts = partsOf(all);
        const [body] = parts.slice(2).map((part) => part.body);
        if (body) body[10] = (body[10] ?? 0) ^ 1;
        return joined(parts);
      },
      'archive-damaged',
    ],
    [
      'that lacks an entry',
      (all: Buffer) => joined(partsOf(all).filter((_, at) => at !== 2)),
      'archive-damaged',
    ],
    [
      'that says more than it may',
      (all: Buffer) =>
        Buffer.from(all.toString('latin1').replace(/"size":\d+/, '"size":99999999999'), 'latin1'),
      'archive-too-large',
    ],
  ];

  test('is refused by name, and nothing of it stays', async () => {
    const { old, fresh, workspace, filePath, root } = await twoComputers();
    await exported(old, workspace, filePath);
    const sound = readFileSync(filePath);
    const found: [string, string][] = [];
    for (const [what, change] of spoilt) {
      writeFileSync(filePath, change(Buffer.from(sound)));
      found.push([what, codeOf(await restored(fresh, filePath))]);
    }
    expect(found).toEqual(spoilt.map(([what, , code]) => [what, code]));
    expect(fresh.workspaces()).toEqual([]);
    expect(nothingIn(root)).toBe(true);
  });

  test('that names a path or a link is refused: no entry has a name', async () => {
    const { old, fresh, workspace, filePath, root } = await twoComputers();
    await exported(old, workspace, filePath);
    const sound = readFileSync(filePath);
    const paths = ['/etc/x', '../../x', 'C:\\Windows\\x', '\\\\server\\share\\x', 'a/../../x'];
    const named = paths.flatMap((name) =>
      ['name', 'path', 'link'].map((field) => ({ name, field })),
    );
    for (const { name, field } of named) {
      const parts = partsOf(Buffer.from(sound));
      const changed = parts.map((part, at) =>
        at === 2
          ? { ...part, line: JSON.stringify({ ...JSON.parse(part.line), [field]: name }) }
          : part,
      );
      const bad = join(root, `bad-${field}`);
      writeFileSync(bad, joined(changed));
      expect(codeOf(await restored(fresh, bad))).toBe('archive-damaged');
    }
    expect(nothingIn(root)).toBe(true);
  });

  test('whose manifest another key signed is refused', async () => {
    const { old, fresh, workspace, filePath } = await twoComputers();
    await exported(old, workspace, filePath);
    const parts = partsOf(readFileSync(filePath));
    const at = parts.length - 2;
    const manifest = JSON.parse(parts[at]?.body.toString() ?? '') as Record<string, unknown>;
    const body = Buffer.from(JSON.stringify({ ...manifest, createdAtMs: 1 }));
    const sha256 = createHash('sha256').update(body).digest('hex');
    parts[at] = { line: JSON.stringify({ kind: 'manifest', size: body.length, sha256 }), body };
    writeFileSync(filePath, joined(parts));
    expect(codeOf(await restored(fresh, filePath))).toBe('archive-damaged');
  });

  test('that is encrypted asks for its passphrase and takes no other', async () => {
    const { old, fresh, workspace, filePath, root } = await twoComputers();
    await exported(old, workspace, filePath, PASSPHRASE);
    expect(await fresh.isArchiveSealed(filePath)).toBe(true);
    expect(codeOf(await restored(fresh, filePath))).toBe('archive-locked');
    expect(codeOf(await restored(fresh, filePath, 'Seven quiet harbours'))).toBe(
      'archive-passphrase',
    );
    const sealed = readFileSync(filePath);
    sealed[sealed.length - 30] = (sealed.at(-30) ?? 0) ^ 1;
    writeFileSync(filePath, sealed);
    expect(codeOf(await restored(fresh, filePath, PASSPHRASE))).toBe('archive-damaged');
    expect(nothingIn(root)).toBe(true);
  });
});

describe('leaving a workspace', () => {
  test('takes every byte of it away from this computer', async () => {
    const { old, workspace, root } = await twoComputers();
    value(await old.sendNow(workspace));
    const data = join(root, 'old');
    expect(filesWith(data, MARKER)).not.toEqual([]);
    value(await old.leaveWorkspace({ workspace, name: 'Harbour Shop' }));
    expect(filesWith(data, MARKER)).toEqual([]);
    expect(filesWith(data, workspace)).toEqual([]);
    expect(existsSync(join(data, 'workspaces', workspace))).toBe(false);
    expect(old.workspaces()).toEqual([]);
    expect(codeOf(await old.heads(workspace))).toBe('no-workspace');
  });

  test('asks for its name, and does nothing under another', async () => {
    const { old, workspace } = await twoComputers();
    const left = await old.leaveWorkspace({ workspace, name: 'Harbor Shop' });
    expect(codeOf(left)).toBe('leave-unconfirmed');
    expect(
      (await readAllIds(old, workspace)).filter((id) => id.startsWith('202611-')),
    ).toHaveLength(3);
  });

  test('what was exported before can be restored after', async () => {
    const { old, workspace, filePath } = await twoComputers();
    const made = await exported(old, workspace, filePath);
    value(await old.leaveWorkspace({ workspace, name: 'Harbour Shop' }));
    const back = value(await restored(old, filePath));
    expect(back.stateHash).toBe(made.stateHash);
  });
});
