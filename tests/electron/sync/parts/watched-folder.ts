import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HeadEntry, PullSummary } from '#shared/ipc';
import { batchPath } from '#shared/stream/batch-format';
import { decodeBatch } from '#shared/stream/batch-decode';
import { fromHex } from '#shared/hex';
import { type DeviceKey, keyFromSeed } from '../../../../electron/identity/device-key.ts';
import { readerTools, sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { type Manager, manager, newFolder } from './logging-manager.ts';
import { TestDevice } from './test-device.ts';
import { value } from './test-engine.ts';

/** A manager with a sync folder and an invited assistant, whose device the test plays. */
export interface WatchedFolder extends Manager {
  readonly folder: string;
  readonly invite: DeviceKey;
  readonly ana: TestDevice;
  /** Puts a file where the format wants it, or under another name beside it. */
  readonly put: (file: Uint8Array, name?: string) => string;
  readonly pull: () => Promise<PullSummary>;
  /** The streams of Ana's audience. */
  readonly anasHeads: () => Promise<readonly HeadEntry[]>;
}

export async function watchedFolder(
  faults: Parameters<typeof manager>[0] = {},
): Promise<WatchedFolder> {
  const made = await manager(faults);
  const { root, engine, workspace } = made;
  const folder = newFolder(root);
  value(await engine.setFolder(workspace, folder));
  const path = join(root, 'ana.outlog-invite');
  value(await engine.createInvite({ workspace, memberId: 'ana', memberName: 'Ana' }, path));
  const { inviteSeed } = JSON.parse(readFileSync(path, 'utf8')) as { inviteSeed: string };
  const invite = keyFromSeed(fromHex(inviteSeed));
  const ana = new TestDevice({ workspace, member: 'ana', audience: 'm-ana', invite });
  const put = (file: Uint8Array, name?: string) => putBatch(folder, file, name);
  const pull = async () => value(await engine.pull(workspace));
  const anasHeads = async () =>
    value(await engine.heads(workspace)).filter(({ memberId }) => memberId === 'ana');
  return { ...made, folder, invite, ana, put, pull, anasHeads };
}

export function putBatch(folder: string, file: Uint8Array, name?: string): string {
  const batch = decodeBatch(file, readerTools);
  const header = batch.ok ? batch.header : null;
  const own = header && batch.ok && batchPath(header, batch.changes[0]?.hlc ?? '', sha256Hex(file));
  const directory = header
    ? join(folder, 'v1', header.workspace, header.audience, `${header.stream}-${header.epoch}`)
    : folder;
  const path = join(directory, name ?? (own || 'unknown.outlog'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
  return path;
}
