import { basename } from 'node:path';
import { ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import type { IpcFailure, SharedInvite } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { checkFolder } from '../folder/marker.ts';
import { folderProblemOf } from '../folder/folder-failure.ts';
import { joinsDirectory, putJoinFile, readJoinFile } from './join-files.ts';
import { putJoin } from './put-join.ts';
import type { Workspace } from '../workspace.ts';

export interface Join {
  readonly locator: string;
  readonly bytes: Uint8Array;
  readonly expiresAtMs: number;
}

type Placed = Result<SharedInvite['places'], IpcFailure>;

/**
 * Lays an encrypted invite where whoever types its code can find it: at the team's receiver or in its
 * folder, which a receiver in this app serves, too. Failures: `code-nowhere`, and why the place refused.
 */
export async function placeJoin(ws: Workspace, join: Join): Promise<Placed> {
  const { folder, endpoint } = ws.file;
  if (folder !== null) return await placeInFolder(ws, folder, join);
  if (endpoint === null) return fail('code-nowhere', 'after-fix');
  return await placeAtReceiver(ws, join, endpoint.url);
}

async function placeInFolder(
  ws: Workspace,
  folder: string,
  { locator, bytes }: Join,
): Promise<Placed> {
  const problem = await checkFolder(ws.fs, folder, ws.id);
  if (problem !== null) return fail(problem, 'later');
  const directory = joinsDirectory(folder, ws.id);
  try {
    if (await readJoinFile(ws.fs, directory, locator)) return fail('code-taken', 'later');
    const oldestMs = ws.nowMs() - ENDPOINT_LIMITS.joinMs;
    await putJoinFile(ws.fs, directory, locator, bytes, oldestMs);
  } catch (error) {
    return fail(folderProblemOf(error), 'later');
  }
  const served = ws.context.options.servedAt?.(ws.id) ?? null;
  const label = served ? new URL(served.url).host : null;
  return ok([
    ...(label === null ? [] : [{ kind: 'endpoint' as const, label }]),
    { kind: 'folder', label: basename(folder) },
  ]);
}

async function placeAtReceiver(ws: Workspace, join: Join, url: string): Promise<Placed> {
  const put = await putJoin(ws, join);
  return put.ok ? ok([{ kind: 'endpoint', label: new URL(url).host }]) : put;
}
