import type { IpcFailure, StartState } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { now } from '../services/clock.ts';
import { startSession } from '../services/open-session.ts';
import type { Route } from '../state/route.ts';
import { parseRoute, resetRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { isViewOf } from './navigation.ts';
import { homeRoute } from './parts/seats.ts';
import { prefetchView } from './views.ts';

type Opened = Promise<Result<null, IpcFailure>>;

/** Opens what was open last, at the view it was left at; with nothing on this device the welcome stays. */
export async function startApp(): Opened {
  // As soon as the main process has answered, while the database is being opened.
  const stopWatching = useSession.subscribe(({ start }) => {
    if (!start) return;
    stopWatching();
    const left = start.settings.route === null ? null : parseRoute(start.settings.route);
    if (left) prefetchView(left.view);
    if (left?.view === 'insights') loadReading().catch(() => undefined);
  });
  const started = await startSession();
  stopWatching();
  const { start, seat } = useSession.getState();
  if (started.ok && start) {
    const route = keptRoute(start, seat);
    if (route.view === 'insights') void readAhead();
    resetRoute(route);
  }
  return started;
}

const loadReading = async () => await import('../data/insights/read-ahead.ts');

/** What Insights reads takes longer than its code: both come side by side. */
async function readAhead(): Promise<void> {
  try {
    const { readFiguresAhead } = await loadReading();
    await readFiguresAhead(now());
  } catch {
    // The view reads it itself, and says what is wrong.
  }
}

function keptRoute({ settings }: StartState, seat: Seat): Route {
  const kept = settings.route === null ? null : parseRoute(settings.route);
  return kept && isViewOf(seat, kept.view) ? kept : homeRoute(seat);
}
