import { hash } from 'node:crypto';
import { hostname } from 'node:os';
import type { FileSystem } from '../sync/file-system.ts';

/**
 * A fingerprint of where a journal lives: this machine and this very directory. A copied, restored or
 * cloned data folder has another one, and then starts new epochs rather than write what its twin
 * writes too. A false alarm costs one new epoch.
 */
export async function placeOf(fs: FileSystem, directory: string): Promise<string> {
  const { ino } = await fs.stat(directory, { bigint: true });
  return hash('sha256', `${await machineName(fs)}\0${ino}`, 'hex').slice(0, 32);
}

async function machineName(fs: FileSystem): Promise<string> {
  try {
    return (await fs.readFile('/etc/machine-id', 'utf8')).trim() || hostname();
  } catch {
    return hostname();
  }
}
