import { errnoOf } from '../file-system.ts';

/** Why a sync folder could not be used. */
export type FolderProblem =
  | 'folder-unreachable'
  | 'folder-read-only'
  | 'folder-full'
  | 'folder-foreign';

/** What a failed file call in a folder says about the folder. */
export function folderProblemOf(error: unknown): FolderProblem {
  switch (errnoOf(error)) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'folder-read-only';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'folder-full';
    default:
      return 'folder-unreachable';
  }
}
