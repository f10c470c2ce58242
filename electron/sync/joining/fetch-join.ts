import { endpointUrl } from '#shared/endpoint/address';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import type { EngineContext } from '../engine-context.ts';
import { nearestFolder } from '../folder/marker.ts';
import { joinsDirectory, readJoinFile } from './join-files.ts';
import { getJoin } from './get-join.ts';

/** Where a code's invite is looked for: at a receiver, or in a folder on this computer. */
export type JoinSource =
  | { readonly kind: 'receiver'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string };

/** An encrypted invite, with the receiver or sync folder that it came from. */
export interface FoundJoin {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly folder: string | null;
}

/** Failures: `code-unknown`, `code-no-folder`, `folder-unreachable`, `bad-input`, and those of `getJoin`. */
export async function fetchJoin(
  { fs }: EngineContext,
  source: JoinSource,
  locator: string,
): Promise<Result<FoundJoin, IpcFailure>> {
  if (source.kind === 'receiver') {
    const url = endpointUrl(source.url);
    if (url === null) return fail('bad-address', 'after-fix');
    const got = await getJoin(url, locator);
    return got.ok ? ok({ bytes: got.value, url, folder: null }) : got;
  }
  const found = await nearestFolder(fs, source.path);
  if (!found) return fail('code-no-folder', 'after-fix');
  const directory = joinsDirectory(found.folder, found.workspace);
  try {
    const bytes = await readJoinFile(fs, directory, locator);
    if (bytes === null) return fail('code-unknown', 'after-fix');
    return ok({ bytes, url: null, folder: found.folder });
  } catch {
    return fail('folder-unreachable', 'later');
  }
}
