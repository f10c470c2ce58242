import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FileSystem } from '../../../electron/sync/file-system.ts';
import { failingFiles } from './parts/failing-files.ts';
import { hangingFiles } from './parts/hanging-files.ts';
import { manager, newFolder } from './parts/logging-manager.ts';
import { canMount, smallDisk } from './parts/small-disk.ts';
import { codeOf, entryEdit, value } from './parts/test-engine.ts';

afterEach(() => vi.useRealTimers());

describe('a folder that is not as it should be', () => {
  test('vanished: the queue waits, says since when it tries, and sends when it is back', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    renameSync(folder, `${folder}-away`);
    await log('a');
    const status = await send();
    expect(status).toMatchObject({ waiting: 'folder-unreachable', target: { isReachable: false } });
    expect(status.nextTryAtMs).toBeGreaterThan(Date.now());
    expect(codeOf(await engine.pull(workspace))).toBe('folder-unreachable');
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0, nextTryAtMs: null });
  });

  test('an empty directory in its place is a drive that is not mounted, not an empty folder', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    renameSync(folder, `${folder}-away`);
    mkdirSync(folder);
    await log('a');
    expect((await send()).waiting).toBe('folder-unreachable');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('unmounted while a file is written: that file does not count as sent', async () => {
    let unmount: (() => void) | null = null;
    const fs = failingFiles(({ name, path }) => {
      if (name === 'rename' && path.includes('/sync/v1/')) unmount?.();
      return null;
    });
    const { root, engine, workspace, log, send } = await manager({ fs });
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    await log('a');
    unmount = () => rmSync(join(folder, 'outlog-folder.json'), { force: true });
    const status = await send();
    expect(status.waiting).toBe('folder-unreachable');
    expect(status.own.some(({ savedSeq, sentSeq }) => sentSeq < savedSeq)).toBe(true);
  });

  test("somebody else's is refused when it is chosen, and when it turns into one", async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    const marker = join(folder, 'outlog-folder.json');
    writeFileSync(marker, '{"format":"outlog-folder","v":1,"workspace":"other"}');
    expect(codeOf(await engine.setFolder(workspace, folder))).toBe('folder-foreign');
    expect(engine.folderPath(workspace)).toBeNull();
    rmSync(marker);
    value(await engine.setFolder(workspace, folder));
    await log('a');
    writeFileSync(marker, '{"format":"outlog-folder","v":1,"workspace":"other"}');
    expect((await send()).waiting).toBe('folder-foreign');
    expect(codeOf(await engine.pull(workspace))).toBe('folder-foreign');
  });

  test('a folder that does not exist cannot be chosen', async () => {
    const { root, engine, workspace } = await manager();
    const chosen = await engine.setFolder(workspace, join(root, 'nowhere'));
    expect(codeOf(chosen)).toBe('folder-unreachable');
  });

  test.runIf(canMount)('read-only: said so, and sent once it can be written', async () => {
    const { engine, workspace, log, send } = await manager();
    const disk = smallDisk(4 * 1024 * 1024);
    disk.makeReadOnly();
    expect(codeOf(await engine.setFolder(workspace, disk.folder))).toBe('folder-read-only');
    disk.makeWritable();
    value(await engine.setFolder(workspace, disk.folder));
    disk.makeReadOnly();
    await log('a');
    expect((await send()).waiting).toBe('folder-read-only');
    expect(codeOf(await engine.pull(workspace))).toBe('ok');
    disk.makeWritable();
    expect((await send()).waiting).toBe('none');
  });

  test.runIf(canMount)(
    'full: said so, nothing half-written stays, and sent when there is room',
    async () => {
      const { engine, workspace, memberId, send } = await manager();
      const disk = smallDisk(64 * 1024);
      value(await engine.setFolder(workspace, disk.folder));
      const edits = Array.from({ length: 12 }, (_, i) => ({
        ...entryEdit(memberId, `${i}`),
        fields: { note: randomBytes(9_000).toString('base64') },
      }));
      value(await engine.append({ workspace, memberId, edits }));
      const status = await send();
      expect(status).toMatchObject({ waiting: 'folder-full', disk: 'ok' });
      const left = readdirSync(disk.folder, { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => name.includes('.tmp-'))).toEqual([]);
      disk.resize(4 * 1024 * 1024);
      expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
    },
  );

  test('held open by a virus scanner for a while: tried again until it lets go', async () => {
    let refusals = 6;
    const fs = failingFiles(({ name, path }) => {
      if (name !== 'rename' || !path.includes('/sync/v1/') || refusals === 0) return null;
      refusals -= 1;
      return refusals % 2 === 0 ? 'EPERM' : 'EBUSY';
    });
    const { root, engine, workspace, log, send } = await manager({ fs });
    value(await engine.setFolder(workspace, newFolder(root)));
    await log('a');
    expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
    expect(refusals).toBe(0);
  });

  test('a flush that fails is repeated with a new file', async () => {
    const flushed: string[] = [];
    const fs = failingFiles(({ name, path }) => {
      if (name !== 'handle.sync' || !path.includes('.tmp-') || !path.includes('/sync/v1/'))
        return null;
      flushed.push(path);
      return flushed.length === 1 ? 'EIO' : null;
    });
    const { root, engine, workspace, log, send } = await manager({ fs });
    value(await engine.setFolder(workspace, newFolder(root)));
    await log('a');
    expect((await send()).waiting).toBe('none');
    expect(new Set(flushed).size).toBe(flushed.length);
    expect(flushed.length).toBeGreaterThan(1);
  });

  test('a drive that hangs answers as unreachable, and saving goes on beside it', async () => {
    let isHanging = false;
    const fs = hangingFiles((path) => isHanging && path.includes('/sync/'));
    const { root, engine, workspace, log, send } = await manager({ fs });
    value(await engine.setFolder(workspace, newFolder(root)));
    isHanging = true;
    // No patience ends while time stands still: what is saved meanwhile waits for none.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sending = send();
    await log('a', 'b');
    const patience = setInterval(() => void vi.advanceTimersByTimeAsync(1_000), 5);
    const status = await sending;
    clearInterval(patience);
    vi.useRealTimers();
    expect(status).toMatchObject({ waiting: 'folder-unreachable' });
    isHanging = false;
  });

  test('a copy that reads back wrong is not called sent', async () => {
    const { root, engine, workspace, log, send } = await manager({
      fs: corruptingReads((path) => path.includes('/sync/v1/')),
    });
    value(await engine.setFolder(workspace, newFolder(root)));
    await log('a');
    const status = await send();
    expect(status.waiting).not.toBe('none');
    expect(status.own.every(({ sentSeq }) => sentSeq === 0)).toBe(true);
  });
});

function corruptingReads(isTouched: (path: string) => boolean): FileSystem {
  const honest = failingFiles(() => null);
  return new Proxy(honest, {
    get: (target, name: keyof typeof honest) =>
      name === 'readFile'
        ? async (path: string, options?: 'utf8') => {
            const bytes = await target.readFile(path, options);
            if (isTouched(path) && typeof bytes !== 'string') bytes[0] = (bytes[0] ?? 0) ^ 1;
            return bytes;
          }
        : target[name],
  });
}
