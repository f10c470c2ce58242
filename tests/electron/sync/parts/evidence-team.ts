import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Evidence } from '#shared/evidence/evidence';
import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Audience } from '#shared/stream/change';
import type { EngineFaults } from '../../../../electron/sync/open-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { entryEdit, team, value } from './test-engine.ts';

/** A manager and Ana with a folder between them, and what both do with files. */
export async function evidenceTeam(faults: EngineFaults = {}, root = temporaryFolder()) {
  const made = await team(root, faults);
  const { assistant, manager, workspace, assistantId, folder } = made;
  const own: Audience = `m-${assistantId}`;
  const attach = async (
    bytes: Uint8Array<ArrayBuffer>,
    { name = 'proof.bin', audience = own }: { name?: string; audience?: Audience } = {},
  ): Promise<Evidence> =>
    value(await assistant.engine.addEvidenceBytes({ workspace, audience, name, bytes }));
  const send = async (): Promise<SyncStatus> =>
    value(await assistant.engine.moveEvidence(workspace));
  const fetch = async (): Promise<SyncStatus> => {
    value(await manager.engine.pull(workspace));
    return value(await manager.engine.moveEvidence(workspace));
  };
  const read = (hash: string): Promise<Result<{ readonly bytes: Uint8Array }, IpcFailure>> =>
    manager.engine.readEvidence({ workspace, hash });
  const log = async (id: string): Promise<void> => {
    const edits = [entryEdit(assistantId, id)];
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
  };
  const placeOf = (hash: string, audience: Audience = own): string =>
    join(folder, 'v1', workspace, 'evidence', audience, hash);
  return { ...made, root, own, attach, send, fetch, read, log, placeOf };
}

export const bytesIn = (read: Result<{ readonly bytes: Uint8Array }, IpcFailure>): Buffer =>
  Buffer.from(value(read).bytes);

/** Bytes that are the same every time and no two pieces of which are. */
export function someBytes(sizeBytes: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes);
  let state = seed;
  for (let i = 0; i < sizeBytes; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

export const namesIn = (directory: string): readonly string[] =>
  existsSync(directory) ? readdirSync(directory).toSorted() : [];

/** Lays a copy of a file somewhere, under a name of choice. */
export function layCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, readFileSync(from));
}
