import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * A fingerprint of where a journal lives: this machine and this very directory. A copied, restored or
 * cloned data folder has another one, and then starts new epochs rather than write what its twin
 * writes too. A false alarm costs one new epoch.
 */
export async function placeOf(directory: string): Promise<string> {
  const { ino } = await stat(directory, { bigint: true });
  return hash('sha256', `${await machineName()}\0${ino}`, 'hex').slice(0, 32);
}

async function machineName(): Promise<string> {
  try {
    return (await readFile('/etc/machine-id', 'utf8')).trim() || hostname();
  } catch {
    return hostname();
  }
}
