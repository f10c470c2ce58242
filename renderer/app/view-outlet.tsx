import { Suspense } from 'react';
import { useRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import css from './view-outlet.module.css';
import { VIEW_COMPONENTS } from './views.ts';

/** The view on screen. A bug in it stays in it. */
export function ViewOutlet() {
  const { view } = useRoute();
  const { workspace, memberId } = useSession();
  const View = VIEW_COMPONENTS[view];
  const seatKey = `${workspace?.id ?? ''}/${memberId}`;
  return (
    <main id="content" tabIndex={-1} className={css['view']}>
      <ErrorBoundary resetKey={`${view}/${seatKey}`}>
        <Suspense fallback={<Waiting />}>
          <View key={`${view}/${seatKey}`} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}

function Waiting() {
  return (
    <div className={css['waiting']}>
      <LoadingState />
    </div>
  );
}
