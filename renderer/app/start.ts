import type { IpcFailure, StartState } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { startSession } from '../services/open-session.ts';
import type { Route } from '../state/route.ts';
import { parseRoute, resetRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { isViewOf } from './navigation.ts';
import { homeRoute } from './parts/seats.ts';

type Opened = Promise<Result<null, IpcFailure>>;

/** Opens what was open last, at the view it was left at; with nothing on this device the welcome stays. */
export async function startApp(): Opened {
  const started = await startSession();
  const { start, seat } = useSession.getState();
  if (started.ok && start) resetRoute(keptRoute(start, seat));
  return started;
}

function keptRoute({ settings }: StartState, seat: Seat): Route {
  const kept = settings.route === null ? null : parseRoute(settings.route);
  return kept && isViewOf(seat, kept.view) ? kept : homeRoute(seat);
}
