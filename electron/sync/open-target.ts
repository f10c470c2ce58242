import { FolderTarget } from './folder/folder-target.ts';
import type { Target } from './target.ts';
import type { Workspace } from './workspace.ts';

/** The target that the workspace file names, or null where none is chosen. */
export function openTarget(ws: Workspace): Target | null {
  const { folder } = ws.file;
  return folder === null ? null : new FolderTarget(ws, folder);
}
