import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SyncStatus } from '#shared/ipc';
import type { EngineFaults } from '../../../../electron/sync/open-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';
import {
  entryEdit,
  foundWorkspace,
  seatOf,
  type TestEngine,
  testEngine,
  value,
} from './test-engine.ts';

/** A manager who logs, and what the folder holds then. */
export interface Manager extends TestEngine {
  readonly root: string;
  readonly workspace: string;
  readonly memberId: string;
  readonly log: (...ids: readonly string[]) => Promise<void>;
  readonly send: () => Promise<SyncStatus>;
}

export async function manager(
  faults: EngineFaults & { readonly nowMs?: () => number } = {},
): Promise<Manager> {
  const root = temporaryFolder();
  const made = await testEngine(join(root, 'data'), faults);
  const entry = await foundWorkspace(made.engine);
  const { memberId } = seatOf(entry);
  const workspace = entry.id;
  const log = async (...ids: readonly string[]) => {
    const edits = ids.map((id) => entryEdit(memberId, id));
    value(await made.engine.append({ workspace, memberId, edits }));
  };
  const send = async () => value(await made.engine.sendNow(workspace));
  return { ...made, root, workspace, memberId, log, send };
}

/** Batch files below a folder, by their path in it. */
export const batchesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.outlog'))
        .toSorted()
    : [];

export const newFolder = (root: string, name = 'sync'): string => {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
};
