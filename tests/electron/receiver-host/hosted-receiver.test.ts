import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StartWorker, WorkerEvents } from '../../../electron/receiver-host/worker-handle.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { value } from '../sync/parts/test-engine.ts';
import { sayHello } from './parts/say-hello.ts';
import { managerIn, testHosts } from './parts/test-hosts.ts';

const isOn = ({ phase }: { phase: string }): boolean => phase === 'on';

describe('the receiver in the manager’s app', () => {
  it('makes a folder where none is chosen, serves it, and is who its address says', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const { hosts, until } = testHosts(engine, root, workspace);
    await hosts.switchTo(workspace, true);
    const { urls } = await until(isOn);
    const address = hosts.address(workspace);
    expect(address?.url).toBe(urls[0]);
    const hello = await sayHello(String(address?.url));
    expect(hello).toEqual({
      status: 200,
      receiverKey: address?.receiverKey,
      certSha256: address?.certSha256,
    });
    expect(engine.folderPath(workspace)).toContain(join(root, 'receivers', workspace));
  });

  it('serves the folder that was chosen, and keeps what is its own out of it', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const folder = join(root, 'shared');
    await mkdir(folder);
    value(await engine.setFolder(workspace, folder));
    const { hosts, until } = testHosts(engine, root, workspace);
    await hosts.switchTo(workspace, true);
    await until(isOn);
    expect(engine.folderPath(workspace)).toBe(folder);
    expect(existsSync(join(folder, 'receiver'))).toBe(false);
  });

  it('keeps its port, its key and its certificate from one start to the next', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const first = testHosts(engine, root, workspace);
    await first.hosts.switchTo(workspace, true);
    await first.until(isOn);
    const before = first.hosts.address(workspace);
    await first.hosts.close();
    await expect(sayHello(String(before?.url))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = testHosts(engine, root, workspace);
    await second.hosts.resume([workspace]);
    await second.until(isOn);
    expect(second.hosts.address(workspace)).toEqual(before);
  });

  it('answers at another port while its own is taken, tells so, and has its own back after that', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const { hosts, until } = testHosts(engine, root, workspace);
    await hosts.switchTo(workspace, true);
    const { urls } = await until(isOn);
    const port = Number(new URL(String(urls[0])).port);
    await hosts.close();
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    await hosts.switchTo(workspace, true);
    const moved = await until(isOn);
    expect(moved.formerPort).toBe(port);
    expect(moved.urls).not.toEqual(urls);
    await new Promise((closed) => other.close(closed));
    await hosts.switchTo(workspace, true);
    expect(await until(isOn)).toMatchObject({ formerPort: null, urls });
  });

  it('stays off after it was switched off', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const { hosts, until } = testHosts(engine, root, workspace);
    await hosts.switchTo(workspace, true);
    await until(isOn);
    expect(await hosts.switchTo(workspace, false)).toMatchObject({ phase: 'off', urls: [] });
    expect(hosts.address(workspace)).toBeNull();
    const next = testHosts(engine, root, workspace);
    await next.hosts.resume([workspace]);
    expect(next.hosts.status(workspace).phase).toBe('off');
  });

  it('is one receiver however often and fast it is switched', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const workers = countedWorkers();
    const { hosts } = testHosts(engine, root, workspace, workers.start);
    await Promise.all([true, false, true, true].map((on) => hosts.switchTo(workspace, on)));
    expect(workers.running()).toBe(1);
    await hosts.switchTo(workspace, false);
    expect(workers.running()).toBe(0);
  });

  it('is started again by itself when its thread ends', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const workers = countedWorkers();
    const { hosts, until } = testHosts(engine, root, workspace, workers.start);
    await hosts.switchTo(workspace, true);
    await until(isOn);
    workers.crash();
    const failed = hosts.status(workspace);
    expect(failed).toMatchObject({ phase: 'failed', problem: 'crashed' });
    expect(failed.nextTryAtMs).toBeGreaterThan(Date.now());
    await until(isOn);
    expect(workers.started()).toBe(2);
  });

  it('follows the workspace to another folder, and ends where it has none', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const workers = countedWorkers();
    const { hosts, until } = testHosts(engine, root, workspace, workers.start);
    await hosts.switchTo(workspace, true);
    await until(isOn);
    const other = join(root, 'other');
    await mkdir(other);
    value(await engine.setFolder(workspace, other));
    await hosts.noteFolder(workspace, other, false);
    await until(isOn);
    expect(workers.folder()).toBe(other);
    await hosts.noteFolder(workspace, null, false);
    expect(hosts.status(workspace).phase).toBe('off');
  });

  it('stops where its folder is encrypted from now on, and says why', async () => {
    const root = temporaryFolder();
    const { engine, workspace } = await managerIn(root);
    const workers = countedWorkers();
    const { hosts, until } = testHosts(engine, root, workspace, workers.start);
    await hosts.switchTo(workspace, true);
    await until(isOn);
    value(await engine.encryptFolder(workspace));
    await hosts.noteFolder(workspace, engine.folderPath(workspace), true);
    expect(hosts.status(workspace)).toMatchObject({
      phase: 'failed',
      problem: 'folder-encrypted',
      nextTryAtMs: null,
    });
    expect(workers.running()).toBe(0);
  });

  it('is refused where no manager sits', async () => {
    const root = temporaryFolder();
    const { engine } = await managerIn(root);
    const prepared = await engine.prepareReceiver('none', root);
    expect(prepared).toMatchObject({ ok: false, error: { code: 'no-workspace' } });
  });
});

/** Threads that begin and end as the test says, without a network. */
function countedWorkers() {
  let started = 0;
  let last: WorkerEvents | null = null;
  let folder = '';
  const running = new Set<number>();
  const start: StartWorker = (orders, events) => {
    started += 1;
    const id = started;
    running.add(id);
    last = events;
    ({ folder } = orders);
    queueMicrotask(() =>
      events.onMessage({
        kind: 'listening',
        port: 40_000,
        receiverKey: 'a'.repeat(64),
        certSha256: 'b'.repeat(64),
        isAnnounced: false,
      }),
    );
    return { stop: async () => void running.delete(id) };
  };
  return {
    start,
    started: () => started,
    running: () => running.size,
    folder: () => folder,
    crash: () => last?.onGone(),
  };
}
