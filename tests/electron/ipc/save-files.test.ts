import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveBytes } from '../../../electron/ipc/save-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'outlog-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file that a person keeps', () => {
  it('is written whole, over what was there before', async () => {
    const file = path.join(folder, 'refund.md');
    await saveBytes(file, new TextEncoder().encode('a much longer text'));
    expect(await saveBytes(file, new TextEncoder().encode('# Refund'))).toEqual({
      ok: true,
      value: { fileName: 'refund.md' },
    });
    expect(await readFile(file, 'utf8')).toBe('# Refund');
  });

  it('says where it cannot be written', async () => {
    await saveBytes(path.join(folder, 'file'), new Uint8Array([1]));
    const saved = await saveBytes(path.join(folder, 'file', 'refund.md'), new Uint8Array([1]));
    expect(saved).toMatchObject({ ok: false, error: { code: 'disk-failed' } });
  });
});
