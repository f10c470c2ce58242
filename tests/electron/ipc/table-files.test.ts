import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IPC_LIMITS } from '#shared/ipc-parsers';
import { keepFileTokens } from '../../../electron/ipc/file-tokens.ts';
import { MAX_TABLE_BYTES, offerTable, readTable } from '../../../electron/ipc/table-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'outlog-tables-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function tokenOf(file: string, tokens = keepFileTokens()) {
  const offered = await offerTable(file, tokens);
  if (!offered.ok) throw new Error(offered.error.code);
  return { token: offered.value.token, table: offered.value, tokens };
}

describe('a chosen table', () => {
  it('is known to the page by a token, its name and its size', async () => {
    const file = path.join(folder, 'tickets.csv');
    await writeFile(file, 'a,b\n1,2\n');
    const { table } = await tokenOf(file);
    expect(table).toEqual({
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'tickets.csv',
      sizeBytes: 8,
    });
    expect(JSON.stringify(table)).not.toContain(folder);
  });

  it('arrives in pieces that make the whole', async () => {
    const file = path.join(folder, 'large.csv');
    const content = Buffer.alloc(IPC_LIMITS.readBytes * 2 + 17, 'row,12\n');
    await writeFile(file, content);
    const { token, tokens } = await tokenOf(file);
    const pieces: Uint8Array[] = [];
    for (let offset = 0, isLast = false; !isLast;) {
      const read = await readTable({ token, offset }, tokens);
      if (!read.ok) throw new Error(read.error.code);
      pieces.push(read.value.bytes);
      offset += read.value.bytes.length;
      isLast = read.value.isLast;
    }
    expect(pieces).toHaveLength(3);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });

  it('may be empty', async () => {
    const file = path.join(folder, 'empty.csv');
    await writeFile(file, '');
    const { token, tokens } = await tokenOf(file);
    const read = await readTable({ token, offset: 0 }, tokens);
    expect(read).toEqual({ ok: true, value: { bytes: new Uint8Array(0), isLast: true } });
  });

  it('is refused above the limit, before a byte of it is read', async () => {
    const file = path.join(folder, 'huge.csv');
    await writeFile(file, '');
    await truncate(file, MAX_TABLE_BYTES + 1);
    expect(await offerTable(file, keepFileTokens())).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
  });

  it('is gone when it was changed, removed or never chosen', async () => {
    const file = path.join(folder, 'tickets.csv');
    await writeFile(file, 'a,b\n');
    const { token, tokens } = await tokenOf(file);
    await appendFile(file, '1,2\n');
    const gone = { ok: false, error: { code: 'file-gone', retry: 'after-fix' } };
    expect(await readTable({ token, offset: 0 }, tokens)).toEqual(gone);
    await rm(file);
    expect(await readTable({ token, offset: 0 }, tokens)).toEqual(gone);
    expect(await readTable({ token: '0'.repeat(32), offset: 0 }, tokens)).toEqual(gone);
    expect(await offerTable(folder, tokens)).toEqual(gone);
  });

  it('is forgotten after many newer choices', async () => {
    const file = path.join(folder, 'tickets.csv');
    await writeFile(file, 'a\n');
    const { token, tokens } = await tokenOf(file);
    for (let count = 0; count < 64; count += 1) await tokenOf(file, tokens);
    expect(tokens.find(token)).toBeUndefined();
  });
});
