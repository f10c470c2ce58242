import '../../i18n/view-words.ts';
import { usePlan } from '../../data/plan.ts';
import { useSession } from '../../state/session.ts';
import { useNotices } from './use-notices.ts';
import { useTrayState } from './use-tray-state.ts';

/** Keeps the tray and notices to what is here; draws nothing. */
export function OutsideFollower() {
  const plan = usePlan();
  const memberId = useSession((session) => session.memberId);
  const member = plan?.memberById.get(memberId);
  useTrayState(plan, member);
  useNotices(plan, member);
  return null;
}
