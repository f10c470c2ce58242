import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../electron/log.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'outlog-log-'));
  file = path.join(folder, 'logs', 'outlog.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('says where a bug is, and not what the error quoted', async () => {
    openLog(file).bug('call-failed', new TypeError('bad entry: paid Ana 500'), { call: 'append' });
    const text = await readFile(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      level: 'bug',
      event: 'call-failed',
      call: 'append',
      error: 'TypeError',
      places: expect.stringContaining('log.test.ts'),
    });
    expect(text).not.toContain('Ana');
  });

  it('quotes nothing of a message of several lines either', async () => {
    openLog(file).bug('call-failed', new Error('first\nsecond: Ana\n    at home: Ana'));
    expect(await readFile(file, 'utf8')).not.toContain('Ana');
  });

  it('starts a new file at its limit and keeps the one before', async () => {
    const log = openLog(file);
    log.warn('first');
    await writeFile(file, 'x'.repeat(1024 * 1024 + 1));
    log.warn('second');
    expect(await readFile(file, 'utf8')).toContain('second');
    expect((await stat(`${file}.old`)).size).toBeGreaterThan(1024 * 1024);
  });

  it('never throws: a problem that cannot be logged is not a second problem', () => {
    expect(() => openLog('/dev/null/impossible/outlog.log').warn('x')).not.toThrow();
  });
});
