import { usePlan } from '../../data/plan.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OpenWork } from './open-work.tsx';
import { useWork } from './use-work.ts';
import { WorkViewDialogs } from './work-dialogs.tsx';

/** All open work, and what waits to be accepted: everybody's for a manager, their own for an assistant. */
export function WorkView() {
  const work = useWork();
  const plan = usePlan();
  return (
    <>
      {work ? <OpenWork work={work} /> : <LoadingState />}
      {plan && <WorkViewDialogs plan={plan} />}
    </>
  );
}
