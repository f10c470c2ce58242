import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import { ReceiverHosts } from '../../../../electron/receiver-host/receiver-hosts.ts';
import {
  type StartWorker,
  workerStarter,
} from '../../../../electron/receiver-host/worker-handle.ts';
import type { Engine } from '../../../../electron/sync/engine.ts';
import { foundWorkspace, testEngine } from '../../sync/parts/test-engine.ts';
import { SOURCE_WORKER } from './source-worker.ts';

export interface TestHosts {
  readonly hosts: ReceiverHosts;
  readonly statuses: readonly ReceiverStatus[];
  /** Resolves once the status of the one workspace is so. */
  readonly until: (isSo: (status: ReceiverStatus) => boolean) => Promise<ReceiverStatus>;
}

/** The receivers of a computer, on this computer's own address alone; closed after the test. */
export function testHosts(
  engine: Pick<Engine, 'folderPath' | 'prepareReceiver' | 'pull'>,
  root: string,
  workspace: string,
  startWorker: StartWorker = workerStarter(SOURCE_WORKER),
): TestHosts {
  const statuses: ReceiverStatus[] = [];
  const hosts = new ReceiverHosts(
    {
      engine,
      startWorker,
      listenHost: '127.0.0.1',
      nowMs: Date.now,
      onStatus: (status) => void statuses.push(status),
    },
    join(root, 'receivers'),
  );
  onTestFinished(() => hosts.close());
  const until = async (isSo: (status: ReceiverStatus) => boolean): Promise<ReceiverStatus> => {
    await expect.poll(() => isSo(hosts.status(workspace))).toBe(true);
    return hosts.status(workspace);
  };
  return { hosts, statuses, until };
}

/** A manager with a workspace of their own. */
export async function managerIn(root: string) {
  const { engine } = await testEngine(join(root, 'manager'));
  const entry = await foundWorkspace(engine);
  return { engine, workspace: entry.id, entry };
}
