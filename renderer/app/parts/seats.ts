import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { openSession } from '../../services/open-session.ts';
import type { Route } from '../../state/route.ts';
import { resetRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { homeOf } from '../navigation.ts';

/** Leaves the open seat for another, of this workspace or of another one. */
export async function switchSeat(
  entry: WorkspaceEntry,
  memberId: string,
): Promise<Result<null, IpcFailure>> {
  const seat = entry.seats.find((each) => each.memberId === memberId)?.seat ?? 'assistant';
  resetRoute(homeRoute(seat));
  return await openSession(entry, memberId);
}

/** A workspace that was just made or joined is known from now on, without asking again. */
export function addWorkspace(entry: WorkspaceEntry): void {
  useSession.setState(({ start }) => {
    if (!start) return {};
    const others = start.workspaces.filter(({ id }) => id !== entry.id);
    return { start: { ...start, workspaces: [...others, entry] } };
  });
}

/** Where a seat begins. */
export const homeRoute = (seat: Seat): Route => ({ view: homeOf(seat), params: {} });
