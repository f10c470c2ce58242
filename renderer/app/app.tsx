import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import { failureText } from '../i18n/failures.ts';
import { useSession } from '../state/session.ts';
import { FailedState } from '../ui/failed-state.tsx';
import { TooltipLayer } from '../ui/tooltip-layer.tsx';
import css from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { reportUnsaved } from '../services/updates.ts';
import { followBatches } from './follow-batches.ts';
import { followInvites } from './follow-invites.ts';
import { Frame } from './frame.tsx';
import { useScreen } from '../state/screen.ts';
import { startApp } from './start.ts';
import { Toasts } from './toasts.tsx';

const WelcomeView = lazy(async () => {
  const { WelcomeView } = await import('../features/welcome/welcome-view.tsx');
  return { default: WelcomeView };
});

interface AppProps {
  /** The start that is under way; it began before the first render. */
  readonly started: ReturnType<typeof startApp>;
}

/** Start-up, the first screen, and what lies over every screen. */
export function App({ started }: AppProps) {
  return (
    <CSPProvider disableStyleElements>
      <ErrorBoundary>
        <Start started={started} />
      </ErrorBoundary>
      <Toasts />
      <TooltipLayer />
    </CSPProvider>
  );
}

/** Nothing until the main process has answered: an empty frame that fills itself would be in the way. */
function Start({ started }: AppProps) {
  const [attempt, setAttempt] = useState(started);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [isReady, setIsReady] = useState(false);
  const retry = useCallback(() => setAttempt(startApp()), []);

  useEffect(() => {
    let isCurrent = true;
    const settle = async () => {
      try {
        const result = await attempt;
        if (!isCurrent) return;
        setFailure(result.ok ? null : result.error);
        setIsReady(true);
      } catch (error) {
        // A bug, and not a failure: thrown where the boundary sees it.
        setIsReady(() => {
          throw error;
        });
      }
    };
    void settle();
    return () => {
      isCurrent = false;
    };
  }, [attempt]);

  if (failure) {
    return (
      <div className={css['failed']}>
        <FailedState {...failureText(failure)} onRetry={retry} />
      </div>
    );
  }
  return isReady ? <Screen /> : null;
}

function Screen() {
  useEffect(followInvites, []);
  useEffect(followBatches, []);
  useEffect(reportUnsaved, []);
  const hasWorkspace = useSession((state) => state.workspace !== null);
  const hasAny = useSession((state) => (state.start?.workspaces.length ?? 0) > 0);
  const isWelcomeOpen = useScreen((state) => state.isWelcomeOpen);
  if (hasWorkspace && !isWelcomeOpen) return <Frame />;
  // Between two seats there is no workspace for a blink: the welcome must not flash up then.
  if (hasAny && !isWelcomeOpen) return null;
  return (
    <Suspense>
      <WelcomeView />
    </Suspense>
  );
}
