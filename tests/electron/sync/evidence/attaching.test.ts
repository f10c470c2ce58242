import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { type Manager, manager } from '../parts/logging-manager.ts';
import { bytesIn, evidenceTeam, namesIn, someBytes } from '../parts/evidence-team.ts';
import { codeOf, value } from '../parts/test-engine.ts';

const filesOf = ({ root, workspace }: Manager): string =>
  join(root, 'data', 'workspaces', workspace, 'evidence', 'files');

async function managerWithFile(content: Uint8Array, name = 'note.txt') {
  const made = await manager();
  const path = join(made.root, name);
  writeFileSync(path, content);
  const attach = (file = path) => made.engine.addEvidenceFile(made.workspace, 'team', file);
  return { ...made, path, attach, files: filesOf(made) };
}

describe('attaching a file', () => {
  test('its name is a label, its type is what its bytes say', async () => {
    const { engine, workspace } = await manager();
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const input = { workspace, audience: 'team', bytes: png } as const;
    const names = ['../../etc/passwd', 'C:\\Users\\ana\\a.svg', 'a\u202egpj.exe', ' \u0000 '];
    const added = await Promise.all(
      names.map(async (name) => value(await engine.addEvidenceBytes({ ...input, name }))),
    );
    expect(added.map(({ name }) => name)).toEqual(['passwd', 'a.svg', 'agpj.exe', '']);
    expect(new Set(added.map(({ mediaType }) => mediaType))).toEqual(new Set(['image/png']));
  });

  test('the same content is stored once, whoever reads it', async () => {
    const { engine, workspace, attach, files } = await managerWithFile(someBytes(3_000));
    const one = value(await attach());
    const two = value(await attach());
    value(await engine.offerEvidence({ workspace, hash: one.hash, audience: 'managers' }));
    expect(two.hash).toBe(one.hash);
    expect(namesIn(files)).toEqual([one.hash]);
    expect(value(await engine.syncStatus(workspace)).evidence).toMatchObject({
      waitingCount: 1,
      waitingBytes: 3_000,
      waiting: 'no-folder',
    });
  });

  test('300 MB are refused by their size alone, with both sizes, and nothing is kept', async () => {
    const { attach, path, files } = await managerWithFile(someBytes(10), 'photo.jpg');
    const sizeBytes = 300 * 1024 * 1024;
    truncateSync(path, sizeBytes);
    expect(await attach()).toMatchObject({
      ok: false,
      error: { code: 'file-too-large', detail: { sizeBytes, limitBytes: MAX_EVIDENCE_BYTES } },
    });
    expect(namesIn(files)).toEqual([]);
  });

  test('exactly 25 MB are taken and read back whole', async () => {
    const bytes = someBytes(MAX_EVIDENCE_BYTES);
    const { attach, engine, workspace } = await managerWithFile(bytes);
    const { hash } = value(await attach());
    expect(bytesIn(await engine.readEvidence({ workspace, hash })).equals(bytes)).toBe(true);
  });

  test.each([
    ['an empty file', 'file-empty', () => undefined],
    ['a folder', 'not-a-file', (path: string) => mkdirSync(`${path}.d`)],
    ['a file that has gone', 'file-gone', () => undefined],
  ])('%s is refused with %s', async (_name, code, prepare) => {
    const { attach, path } = await managerWithFile(new Uint8Array(0));
    prepare(path);
    const ending = { 'file-empty': '', 'not-a-file': '.d', 'file-gone': '.gone' }[code] ?? '';
    expect(codeOf(await attach(path + ending))).toBe(code);
  });

  test('an assistant attaches for the team and for themselves, and for nobody else', async () => {
    const { assistant, workspace } = await evidenceTeam();
    const codes: string[] = [];
    for (const audience of ['team', 'm-ana', 'managers', 'm-ben'] as const) {
      const input = { workspace, audience, name: 'a', bytes: someBytes(10) };
      codes.push(codeOf(await assistant.engine.addEvidenceBytes(input)));
    }
    expect(codes).toEqual(['ok', 'ok', 'not-allowed', 'not-allowed']);
  });

  test('a disk that is low refuses files while entries are still saved', async () => {
    const lowBytes = Number.MAX_SAFE_INTEGER;
    const made = await manager({ diskLimits: { lowBytes, fullBytes: 0, ballastBytes: 0 } });
    const { engine, workspace, log } = made;
    const input = { workspace, audience: 'team', name: 'a', bytes: someBytes(10) } as const;
    expect(codeOf(await engine.addEvidenceBytes(input))).toBe('disk-low');
    expect(namesIn(filesOf(made))).toEqual([]);
    await log('still-saved');
  });

  test('a damaged file is mended by attaching it again', async () => {
    const bytes = someBytes(5_000);
    const { attach, engine, workspace, files } = await managerWithFile(bytes);
    const { hash } = value(await attach());
    writeFileSync(join(files, hash), someBytes(5_000, 2));
    value(await attach());
    expect(bytesIn(await engine.readEvidence({ workspace, hash })).equals(bytes)).toBe(true);
  });
});
