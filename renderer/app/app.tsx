import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import { failureText } from '../i18n/failures.ts';
import { useSession } from '../state/session.ts';
import { FailedState } from '../ui/failed-state.tsx';
import { TooltipLayer } from '../ui/tooltip-layer.tsx';
import css from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { useScreen } from './screen.ts';
import { startApp } from './start.ts';
import { Toasts } from './toasts.tsx';

const WelcomeView = lazy(async () => {
  const { WelcomeView } = await import('../features/welcome/welcome-view.tsx');
  return { default: WelcomeView };
});

/** Start-up, the first screen, and what lies over every screen. */
export function App({ started }: { readonly started: ReturnType<typeof startApp> }) {
  return (
    <CSPProvider disableStyleElements>
      <ErrorBoundary>
        <Screen started={started} />
      </ErrorBoundary>
      <Toasts />
      <TooltipLayer />
    </CSPProvider>
  );
}

function Screen({ started }: { readonly started: ReturnType<typeof startApp> }) {
  const [attempt, setAttempt] = useState(started);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [isReady, setIsReady] = useState(false);
  const hasWorkspace = useSession((state) => state.workspace !== null);
  const isWelcomeOpen = useScreen((state) => state.isWelcomeOpen);

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
  const retry = useCallback(() => setAttempt(startApp()), []);

  if (failure) {
    return (
      <div className={css['failed']}>
        <FailedState {...failureText(failure)} onRetry={retry} />
      </div>
    );
  }
  if (hasWorkspace && !isWelcomeOpen) return <Frame />;
  if (!isReady) return null;
  return (
    <Suspense>
      <WelcomeView />
    </Suspense>
  );
}
