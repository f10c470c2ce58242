import { Suspense, lazy, useEffect, useState } from 'react';
import { bridge } from '../bridge.ts';
import { whenIdle } from '../state/first-screen.ts';
import { go, parseRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { isViewOf } from './navigation.ts';

const OutsideFollower = lazy(async () => {
  const { OutsideFollower } = await import('./outside/outside-follower.tsx');
  return { default: OutsideFollower };
});

/** What keeps the tray and notices up to date, once the first screen stands; goes where a notice leads. */
export function OutsideLayer() {
  const settings = useSession((state) => state.start?.settings);
  const isWanted = settings?.isInTray === true || settings?.hasNotices === true;
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => bridge.onOpenRoute(openRoute), []);
  useEffect(() => whenIdle(() => setIsIdle(true)), []);
  if (!isIdle || !isWanted) return null;
  return (
    <Suspense>
      <Unseen>
        <OutsideFollower />
      </Unseen>
    </Suspense>
  );
}

/** A bug out there is no reason to cover the window. */
class Unseen extends ErrorBoundary {
  override render() {
    return this.state.error === null ? this.props.children : null;
  }
}

function openRoute(text: string): void {
  const route = parseRoute(text);
  if (route && isViewOf(useSession.getState().seat, route.view)) go(route.view, route.params);
}
