import { useLive } from '../../data/live.ts';
import { usePlan } from '../../data/plan.ts';
import { openRuns } from '../../data/runs.ts';
import { useSessionOf } from '../../state/session.ts';

/**
 * Whether the person in this seat has a day of their own: assistants always do, a manager who answers for
 * outcomes, or who took a run over.
 */
export function useHasOwnWork(): boolean {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const plan = usePlan();
  const hasRuns = useLive(
    async () => seat === 'manager' && (await openRuns(memberId)).length > 0,
    [seat, memberId],
  );
  if (seat === 'assistant' || hasRuns) return true;
  return (
    plan?.outcomes.some((outcome) => !outcome.isArchived && outcome.memberIds.includes(memberId)) ??
    false
  );
}
