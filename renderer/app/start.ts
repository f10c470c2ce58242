import type { IpcFailure, StartState, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import { closeSession, openSession } from '../services/open-session.ts';
import { parseRoute, resetRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { homeOf, isViewOf } from './navigation.ts';

/** Reads what is on this device and opens what was open last; with nothing there, the welcome stays. */
export async function startApp(): Promise<Result<null, IpcFailure>> {
  const started = await bridge.start();
  if (!started.ok) return started;
  useSession.setState({ start: started.value });
  const last = lastOpened(started.value);
  return last ? await openSeat(last.entry, last.memberId) : ok(null);
}

function lastOpened({
  workspaces,
  settings,
}: StartState): { entry: WorkspaceEntry; memberId: string } | null {
  const entry = workspaces.find(({ id }) => id === settings.workspace) ?? workspaces[0];
  const seat = entry?.seats.find(({ memberId }) => memberId === settings.seat) ?? entry?.seats[0];
  return entry && seat ? { entry, memberId: seat.memberId } : null;
}

/** Opens a workspace in one of its seats, at the view it was left at where that is known. */
export async function openSeat(
  entry: WorkspaceEntry,
  memberId: string,
): Promise<Result<null, IpcFailure>> {
  const seat = entry.seats.find((each) => each.memberId === memberId)?.seat ?? 'assistant';
  const { start } = useSession.getState();
  const kept = start && isWhereItWas(start, entry, memberId) ? start.settings.route : null;
  const route = kept === null ? null : parseRoute(kept);
  resetRoute(route && isViewOf(seat, route.view) ? route : { view: homeOf(seat), params: {} });
  return await openSession(entry, memberId);
}

/** Leaves the open seat for another, of this workspace or of another one. */
export async function switchSeat(
  entry: WorkspaceEntry,
  memberId: string,
): Promise<Result<null, IpcFailure>> {
  await closeSession();
  return await openSeat(entry, memberId);
}

/** A workspace that was just made or joined is known from now on, without asking again. */
export function addWorkspace(entry: WorkspaceEntry): void {
  useSession.setState(({ start }) => {
    if (!start) return {};
    const others = start.workspaces.filter(({ id }) => id !== entry.id);
    return { start: { ...start, workspaces: [...others, entry] } };
  });
}

const isWhereItWas = ({ settings }: StartState, entry: WorkspaceEntry, memberId: string): boolean =>
  (settings.workspace === null || settings.workspace === entry.id) &&
  (settings.seat === null || settings.seat === memberId);
