import { setTimeout as pause } from 'node:timers/promises';
import type { IpcFailure, PullSummary } from '#shared/ipc';
import type { Result } from '#shared/result';
import { type TestEngine, value } from './test-engine.ts';

/** What a workspace's status told was still to be read, each time it changed, while something was read. */
export async function unreadCounts(
  { engine }: Pick<TestEngine, 'engine'>,
  workspace: string,
  reading: Promise<Result<PullSummary, IpcFailure>>,
): Promise<readonly number[]> {
  const counts: number[] = [];
  const running = { isDone: false };
  const done = reading.finally(() => {
    running.isDone = true;
  });
  while (!running.isDone) {
    const { unreadCount } = value(await engine.syncStatus(workspace));
    if (counts.at(-1) !== unreadCount) counts.push(unreadCount);
    await pause(0);
  }
  await done;
  return counts;
}
