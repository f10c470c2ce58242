import { Dexie } from 'dexie';
import { useSyncExternalStore } from 'react';
import { Projection } from './projection.ts';

let current: Projection | null = null;
const listeners = new Set<() => void>();

/** The open session's database. Reading without a session is a bug. */
export function currentProjection(): Projection {
  if (!current) throw new Error('No workspace is open');
  return current;
}

/** The same, null where no session is open. */
export const openDatabase = (): Projection | null => current;

/** Opens a database as the session's; what was open before is closed. Rejects where it cannot be opened. */
export async function openProjection(name: string): Promise<Projection> {
  closeProjection();
  const opened = new Projection(name);
  await opened.open();
  if (opened.isFromNewer) {
    opened.close();
    throw new Error(`${name} was written by a newer version`);
  }
  current = opened;
  announce();
  return opened;
}

export function closeProjection(): void {
  current?.close();
  current = null;
  announce();
}

/**
 * Deletes a database that disagrees with the journal or cannot be read, and opens an empty one. False
 * where even that cannot be done.
 */
export async function recreateProjection(name: string): Promise<boolean> {
  closeProjection();
  try {
    await Dexie.delete(name);
    await openProjection(name);
    return true;
  } catch {
    return false;
  }
}

/** The open database, so that what was read from another is never shown; null before a session. */
export const useProjection = (): Projection | null =>
  useSyncExternalStore(subscribeProjection, openDatabase);

export function subscribeProjection(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

function announce(): void {
  for (const listen of listeners) listen();
}
