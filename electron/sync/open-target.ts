import { EndpointTarget } from './endpoint/endpoint-target.ts';
import { FolderTarget } from './folder/folder-target.ts';
import type { Target } from './target.ts';
import type { Workspace } from './workspace.ts';

/** The target that the workspace file names, or null where none is chosen. */
export function openTarget(ws: Workspace): Target | null {
  const { folder, endpoint } = ws.file;
  if (endpoint !== null) return new EndpointTarget(ws, endpoint);
  return folder === null ? null : new FolderTarget(ws, folder);
}
