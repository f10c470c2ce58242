import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../../electron/sync/engine.ts';
import type { StartWorker, WorkerEvents } from '../../../electron/receiver-host/worker-handle.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { value } from '../sync/parts/test-engine.ts';
import { managerIn, testHosts } from './parts/test-hosts.ts';

it('looks once more, and no more, for all that arrives while it looks', async () => {
  const root = temporaryFolder();
  const { engine, workspace } = await managerIn(root);
  const folder = join(root, 'shared');
  await mkdir(folder);
  value(await engine.setFolder(workspace, folder));
  const looks: (() => void)[] = [];
  const pull: Engine['pull'] = async (id) => {
    await new Promise<void>((resolve) => looks.push(resolve));
    return await engine.pull(id);
  };
  let events: WorkerEvents | null = null;
  const start: StartWorker = (_start, given) => {
    events = given;
    return { stop: async () => undefined };
  };
  const counted = {
    pull,
    folderPath: (id: string) => engine.folderPath(id),
    prepareReceiver: (id: string, made: string) => engine.prepareReceiver(id, made),
  };
  const { hosts } = testHosts(counted, root, workspace, start);
  await hosts.switchTo(workspace, true);
  const arrive = (): void =>
    events?.onMessage({ kind: 'arrived', member: 'ana', atMs: Date.now() });
  for (let at = 0; at < 200; at += 1) arrive();
  expect(looks).toHaveLength(1);
  looks[0]?.();
  await expect.poll(() => looks.length).toBe(2);
  looks[1]?.();
  arrive();
  await expect.poll(() => looks.length).toBe(3);
  looks[2]?.();
});
