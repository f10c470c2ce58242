import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import { openDatabase, openProjection } from '../data/current.ts';
import { projectionName } from '../data/projection.ts';
import { NO_SESSION, useSession } from '../state/session.ts';

/**
 * Opens the seat that the main window shows, for a page beside it: it reads the main window's database and
 * never writes, merges or rebuilds it. What it saves goes into the journal, and the main window merges it.
 * Asked again it looks whether another seat is shown by now.
 */
export async function openReader(): Promise<Result<null, IpcFailure>> {
  const start = await bridge.start();
  if (!start.ok) return start;
  const { workspaces, settings } = start.value;
  const entry = workspaces.find(({ id }) => id === settings.workspace) ?? workspaces[0];
  const seat = entry?.seats.find(({ memberId }) => memberId === settings.seat) ?? entry?.seats[0];
  if (!entry || !seat) return fail('no-workspace', 'after-fix');
  const name = projectionName(entry.id);
  const held = openDatabase();
  try {
    if (held?.name !== name || !held.isOpen()) await openProjection(name);
  } catch {
    return fail('unexpected', 'later');
  }
  useSession.setState({
    ...NO_SESSION,
    start: start.value,
    workspace: entry,
    memberId: seat.memberId,
    seat: seat.seat,
    isReader: true,
  });
  return ok(null);
}
