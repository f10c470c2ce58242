import { Suspense } from 'react';
import { usePlan } from '../data/plan.ts';
import type { View } from '../state/route.ts';
import { useRoute } from '../state/route.ts';
import { useSessionOf } from '../state/session.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PlanPending } from './plan-pending.tsx';
import css from './view-outlet.module.css';
import { VIEW_COMPONENTS } from './views.ts';

/** Views of a member's own work: they have nothing to say before the plan names that member. */
const OWN_VIEWS: ReadonlySet<View> = new Set(['today', 'checklists', 'run', 'wrap-up']);

/** The view on screen. A bug in it stays in it. */
export function ViewOutlet() {
  const { view } = useRoute();
  const { workspace, memberId } = useSessionOf('workspace', 'memberId');
  const plan = usePlan();
  const isPlanPending = OWN_VIEWS.has(view) && plan !== undefined && !plan.memberById.has(memberId);
  const View = isPlanPending ? PlanPending : VIEW_COMPONENTS[view];
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
