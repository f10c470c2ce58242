import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HeadEntry } from '#shared/ipc';
import { type Edit, GENESIS_HASH } from '#shared/stream/change';
import { temporaryFolder } from './parts/temporary-folder.ts';
import {
  codeOf,
  entryEdit,
  foundWorkspace,
  readAllIds,
  seatOf,
  team,
  testEngine,
  value,
} from './parts/test-engine.ts';
import { cpuClock } from '../../cpu-time.ts';
import { linesInParts } from '../../parts-lines.ts';

const headOf = (heads: readonly HeadEntry[], audience: string): HeadEntry => {
  const head = heads.find((each) => each.audience === audience);
  if (!head) expect.fail(`There is no stream for ${audience}.`);
  return head;
};

describe('a workspace', () => {
  test('begins with the record of its founder’s device', async () => {
    const { engine } = await testEngine(temporaryFolder());
    const entry = await foundWorkspace(engine);
    const [seat] = entry.seats;
    expect(entry).toMatchObject({ name: 'Fernlight', isSample: false, founderKey: seat?.keyId });
    expect(seat).toMatchObject({ seat: 'manager' });
    const [head] = value(await engine.heads(entry.id));
    expect(head).toMatchObject({ audience: 'team', seq: 1, isOwn: true, keyId: seat?.keyId });
    expect(await readAllIds(engine, entry.id)).toEqual([seat?.keyId]);
  });

  test('is there again after a restart, with everything that was saved', async () => {
    const dir = temporaryFolder();
    const first = await testEngine(dir);
    const entry = await foundWorkspace(first.engine);
    const { memberId } = seatOf(entry);
    const edits = [entryEdit(memberId, 'a'), entryEdit(memberId, 'b')];
    value(await first.engine.append({ workspace: entry.id, memberId, edits }));
    const ids = await readAllIds(first.engine, entry.id);
    const heads = value(await first.engine.heads(entry.id));
    await first.engine.close();
    const second = await testEngine(dir);
    expect(second.engine.workspaces()).toEqual([entry]);
    expect(value(await second.engine.heads(entry.id))).toEqual(heads);
    expect(await readAllIds(second.engine, entry.id)).toEqual(ids);
  });

  test('that is not here is answered as such by every call', async () => {
    const { engine } = await testEngine(temporaryFolder());
    const workspace = 'nowhere';
    const read = { workspace, stream: 'a', epoch: 'b', afterSeq: 0, afterH: GENESIS_HASH };
    const codes = [
      await engine.append({ workspace, memberId: 'x', edits: [entryEdit('x', 'a')] }),
      await engine.heads(workspace),
      await engine.readChanges(read),
      await engine.syncStatus(workspace),
      await engine.sendNow(workspace),
      await engine.pull(workspace),
      await engine.setFolder(workspace, temporaryFolder()),
      await engine.createInvite({ workspace, memberId: 'x', memberName: 'X' }, 'x'),
      await engine.addBatchBytes({ workspace, name: 'x', bytes: new Uint8Array() }),
      await engine.exportBatch({ workspace, stream: 'a', epoch: 'b', first: 1 }, 'x'),
    ].map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['no-workspace']));
    expect(engine.folderPath(workspace)).toBeNull();
  });

  test('opened by two programs at once is refused to the second', async () => {
    const dir = temporaryFolder();
    const first = await testEngine(dir);
    const { id } = await foundWorkspace(first.engine);
    const second = await testEngine(dir);
    expect(codeOf(await second.engine.heads(id))).toBe('journal-locked');
    await first.engine.close();
    expect(codeOf(await second.engine.heads(id))).toBe('ok');
  });

  test('whose file is damaged is left as it is, and the others open', async () => {
    const dir = temporaryFolder();
    const first = await testEngine(dir);
    const good = await foundWorkspace(first.engine, 'Good');
    const bad = await foundWorkspace(first.engine, 'Bad');
    await first.engine.close();
    const path = join(dir, 'workspaces', bad.id, 'workspace.json');
    writeFileSync(path, 'rot');
    const second = await testEngine(dir);
    expect(second.engine.workspaces()).toEqual([good]);
    expect(readFileSync(path, 'utf8')).toBe('rot');
  });

  test('half made when the power went is not there, and leaves nothing', async () => {
    const dir = temporaryFolder();
    const staging = join(dir, 'workspaces', '.new-half');
    const first = await testEngine(dir);
    mkdirSync(staging);
    writeFileSync(join(staging, 'workspace.json'), '{');
    await first.engine.close();
    const { engine } = await testEngine(dir);
    expect(engine.workspaces()).toEqual([]);
    expect(existsSync(staging)).toBe(false);
  });
});

describe('saving', () => {
  const appendTo = async (edits: readonly Edit[], memberIdOf = (id: string) => id) => {
    const { engine } = await testEngine(temporaryFolder());
    const entry = await foundWorkspace(engine);
    const memberId = memberIdOf(seatOf(entry).memberId);
    return await engine.append({ workspace: entry.id, memberId, edits: [...edits] });
  };

  test('answers the changes as they stand in each stream, its device first', async () => {
    const edits: Edit[] = [
      { audience: 'team', type: 'outcome', id: 'o1', fields: { name: 'Uploads' } },
      entryEdit('ana', 'a'),
      { audience: 'team', type: 'outcome', id: 'o2', fields: { name: 'Returns' } },
    ];
    const { appended } = value(await appendTo(edits));
    const shown = appended.map(({ audience, changes }) => [
      audience,
      ...changes.map(({ seq, type }) => `${seq} ${type}`),
    ]);
    expect(shown).toEqual([
      ['team', '2 outcome', '3 outcome'],
      ['m-ana', '1 device', '2 deliverable'],
    ]);
    const times = appended.flatMap(({ changes }) => changes.map(({ hlc }) => hlc));
    expect(new Set(times).size).toBe(times.length);
  });

  test('as somebody who has no seat here is refused', async () => {
    expect(codeOf(await appendTo([entryEdit('ana', 'a')], () => 'stranger'))).toBe('no-seat');
  });

  test.each([
    ['a change over 64 KiB', 'change-too-large', { note: 'n'.repeat(65_536) }],
    ['a forbidden key deep inside', 'bad-input', JSON.parse('{"a":[{"__proto__":1}]}')],
    ['too many levels', 'bad-input', { a: JSON.parse('['.repeat(20) + ']'.repeat(20)) }],
    ['nothing to set', 'bad-input', {}],
    ['a number that is none', 'bad-input', { a: Number.NaN }],
  ])('%s is refused whole', async (_, code, fields: Edit['fields']) => {
    const bad: Edit = { audience: 'team', type: 'outcome', id: 'o', fields };
    expect(codeOf(await appendTo([entryEdit('ana', 'a'), bad]))).toBe(code);
  });

  test('half an emoji is saved as what it can be, rather than lost', async () => {
    const fields = { title: 'done \ud83d', list: ['\udc00'] };
    const edit: Edit = { audience: 'team', type: 'outcome', id: 'o', fields };
    const { appended } = value(await appendTo([edit]));
    expect(appended[0]?.changes.at(-1)?.fields).toEqual({ title: 'done \ufffd', list: ['\ufffd'] });
  });

  test('an assistant writes for the team and in their own audience, nowhere else', async () => {
    const { assistant, workspace, assistantId } = await team(temporaryFolder());
    const appendIn = async (audience: Edit['audience'], type = 'note') =>
      codeOf(
        await assistant.engine.append({
          workspace,
          memberId: assistantId,
          edits: [{ audience, type, id: 'n', fields: { text: 't' } }],
        }),
      );
    expect(await appendIn('m-ana')).toBe('ok');
    expect(await appendIn('team')).toBe('ok');
    expect(await appendIn('m-bob')).toBe('not-allowed');
    expect(await appendIn('managers')).toBe('not-allowed');
    expect(await appendIn('team', 'outcome')).toBe('not-allowed');
    expect(await appendIn('m-ana', 'member')).toBe('not-allowed');
  });
});

describe('reading changes', () => {
  test(
    'in chunks gives each stream whole, 50,000 of them within seconds of processor time',
    { timeout: 60_000 },
    async () => {
      const { engine } = await testEngine(temporaryFolder());
      const entry = await foundWorkspace(engine);
      const { memberId } = seatOf(entry);
      for (let part = 0; part < 10; part += 1) {
        const edits = Array.from({ length: 5_000 }, (_, i) =>
          entryEdit(memberId, `${part}-${i}`, 'a title of the usual length, and a little more'),
        );
        value(await engine.append({ workspace: entry.id, memberId, edits }));
      }
      const tookMs = cpuClock();
      const ids = await readAllIds(engine, entry.id);
      expect(tookMs()).toBeLessThan(8_000);
      expect(ids).toHaveLength(50_002);
      expect(new Set(ids).size).toBe(50_001);
    },
  );

  test('after a position that the stream does not pass through says so', async () => {
    const { manager, assistant, workspace, assistantId } = await team(temporaryFolder());
    const edits = [entryEdit(assistantId, 'a'), entryEdit(assistantId, 'b')];
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
    value(await assistant.engine.sendNow(workspace));
    value(await manager.engine.pull(workspace));
    for (const { engine } of [assistant, manager]) {
      const head = headOf(value(await engine.heads(workspace)), 'm-ana');
      const { stream, epoch } = head;
      const after = async (afterSeq: number, afterH: string) =>
        await engine.readChanges({ workspace, stream, epoch, afterSeq, afterH });
      const atHead = value(await after(3, head.h));
      expect(atHead).toMatchObject({ count: 0, hasMore: false, lastSeq: 3 });
      expect(codeOf(await after(3, 'f'.repeat(64)))).toBe('projection-stale');
      expect(codeOf(await after(2, head.h))).toBe('projection-stale');
      expect(codeOf(await after(4, head.h))).toBe('projection-stale');
      expect(codeOf(await after(0, 'f'.repeat(64)))).toBe('projection-stale');
    }
  });

  test('of a stream that is not here says so', async () => {
    const { engine } = await testEngine(temporaryFolder());
    const { id } = await foundWorkspace(engine);
    const read = { stream: '0'.repeat(32), epoch: '00000000', afterSeq: 0, afterH: GENESIS_HASH };
    expect(codeOf(await engine.readChanges({ workspace: id, ...read }))).toBe('projection-stale');
  });
});

describe('invites', () => {
  const invited = async () => {
    const root = temporaryFolder();
    const manager = await testEngine(join(root, 'manager'));
    const { id } = await foundWorkspace(manager.engine);
    const path = join(root, 'ana.outlog-invite');
    const made = value(
      await manager.engine.createInvite(
        { workspace: id, memberId: 'ana', memberName: 'Ana' },
        path,
      ),
    );
    const assistant = await testEngine(join(root, 'assistant'));
    return { id, path, made, bytes: readFileSync(path), engine: assistant.engine };
  };

  test('say who invites whom to what, and bring the device in', async () => {
    const { id, made, bytes, engine } = await invited();
    const summary = value(await engine.readInvite(bytes, null));
    expect(summary).toMatchObject({
      workspace: id,
      workspaceName: 'Fernlight',
      memberName: 'Ana',
      managerName: 'Robin',
      seat: 'assistant',
      target: null,
      isHere: false,
    });
    const { token } = summary;
    const entry = value(await engine.joinWorkspace({ token, timeZone: 'Asia/Manila' }));
    expect(entry.seats[0]).toMatchObject({ memberId: 'ana', seat: 'assistant' });
    const [head] = value(await engine.heads(id));
    expect(head).toMatchObject({ audience: 'm-ana', memberId: 'ana', seq: 1 });
    const chunk = value(
      await engine.readChanges({
        workspace: id,
        stream: head?.stream ?? '',
        epoch: head?.epoch ?? '',
        afterSeq: 0,
        afterH: GENESIS_HASH,
      }),
    );
    const device = JSON.parse(Buffer.from(linesInParts(chunk.parts)).toString()) as Record<
      string,
      unknown
    >;
    expect(device).toMatchObject({
      type: 'device',
      fields: { memberId: 'ana', inviteKey: made.inviteKey, timeZone: 'Asia/Manila' },
    });
  });

  test('make one device, however often they are opened', async () => {
    const { id, bytes, engine } = await invited();
    const { token } = value(await engine.readInvite(bytes, null));
    const first = value(await engine.joinWorkspace({ token, timeZone: 'UTC' }));
    expect(codeOf(await engine.joinWorkspace({ token, timeZone: 'UTC' }))).toBe('invite-gone');
    const again = value(await engine.readInvite(bytes, null));
    expect(again).toMatchObject({ workspace: id, isHere: true });
    const joined = value(await engine.joinWorkspace({ token: again.token, timeZone: 'UTC' }));
    expect(joined).toEqual(first);
    expect(value(await engine.heads(id))).toHaveLength(1);
  });

  test.each([
    ['is no JSON', 'hello', 'invite-damaged'],
    ['is another file', '{"format":"outlog-batch"}', 'invite-damaged'],
    ['lacks its secret', '{"format":"outlog-invite","v":1,"minReader":1}', 'invite-damaged'],
    ['is of a newer program', '{"format":"outlog-invite","v":9,"minReader":2}', 'invite-newer'],
    ['is a megabyte', `{"a":"${'x'.repeat(1_000_000)}"}`, 'invite-damaged'],
  ])('one that %s is told apart', async (_, text, code) => {
    const { engine } = await testEngine(temporaryFolder());
    expect(codeOf(await engine.readInvite(Buffer.from(text), null))).toBe(code);
  });

  test('lying somewhere in the sync folder find it, up to three folders up', async () => {
    const root = temporaryFolder();
    const { folder, workspace } = await team(root);
    const bytes = readFileSync(join(folder, 'invite-ana.outlog-invite'));
    const { engine } = await testEngine(join(root, 'other'));
    const found = async (beside: string) =>
      value(await engine.readInvite(bytes, beside)).target !== null;
    expect(await found(folder)).toBe(true);
    expect(await found(join(folder, 'v1', workspace, 'team'))).toBe(true);
    expect(await found(join(folder, 'a', 'b', 'c', 'd'))).toBe(false);
    expect(await found(root)).toBe(false);
  });
});
