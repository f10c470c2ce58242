import type { IpcFailure, StartState, WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { openSession, startSession } from '../services/open-session.ts';
import type { Route } from '../state/route.ts';
import { parseRoute, resetRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { homeOf, isViewOf } from './navigation.ts';

type Opened = Promise<Result<null, IpcFailure>>;

/** Opens what was open last, at the view it was left at; with nothing on this device the welcome stays. */
export async function startApp(): Opened {
  const started = await startSession();
  const { start, seat } = useSession.getState();
  if (started.ok && start) resetRoute(keptRoute(start, seat));
  return started;
}

/** Leaves the open seat for another, of this workspace or of another one. */
export async function switchSeat(entry: WorkspaceEntry, memberId: string): Opened {
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

function keptRoute({ settings }: StartState, seat: Seat): Route {
  const kept = settings.route === null ? null : parseRoute(settings.route);
  return kept && isViewOf(seat, kept.view) ? kept : homeRoute(seat);
}

const homeRoute = (seat: Seat): Route => ({ view: homeOf(seat), params: {} });
