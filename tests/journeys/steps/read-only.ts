import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Takes the right to write into a folder from everybody; answers how to give it back. Root passes
 * permissions by, so for root the folder is mounted over itself, read-only.
 */
export function makeReadOnly(folder: string): () => void {
  if (process.getuid?.() === 0) {
    execFileSync('mount', ['--bind', folder, folder]);
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
    return () => execFileSync('umount', ['--lazy', folder]);
  }
  const folders = [
    folder,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  ];
  for (const each of folders) chmodSync(each, 0o555);
  return () => {
    for (const each of folders) chmodSync(each, 0o755);
  };
}
