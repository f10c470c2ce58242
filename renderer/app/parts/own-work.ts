import { usePlan } from '../../data/plan.ts';
import { useSession } from '../../state/session.ts';

/** Whether the person in this seat answers for outcomes: assistants always do, a manager may. */
export function useHasOwnWork(): boolean {
  const { seat, memberId } = useSession();
  const plan = usePlan();
  if (seat === 'assistant') return true;
  return (
    plan?.outcomes.some((outcome) => !outcome.isArchived && outcome.memberIds.includes(memberId)) ??
    false
  );
}
