import { useEffect } from 'react';
import { usePlan } from '../../data/plan.ts';
import { workerOf } from '../../services/worker.ts';
import { t } from '../../i18n/text.ts';
import { closeLogBar, useLogBar } from '../../state/log-bar.ts';
import { useSession } from '../../state/session.ts';
import { showToast } from '../../ui/toast.ts';
import { OpenLogBar } from './open-log-bar.tsx';

/** The strip on top of the window in which output is typed as a line. Opened from anywhere by one key. */
export function LogBar() {
  const { isOpen, text } = useLogBar();
  const memberId = useSession((session) => session.memberId);
  const plan = usePlan();
  const member = plan?.memberById.get(memberId);
  useReturnedFocus(isOpen);
  const isTooEarly = isOpen && plan !== undefined && !member;
  useEffect(() => {
    if (!isTooEarly) return;
    // It would open by itself in the middle of something else, once the plan has arrived.
    closeLogBar();
    showToast({ topic: 'log', title: t('log.bar.noOutcomes'), text: t('log.bar.noPlan') });
  }, [isTooEarly]);
  if (!isOpen || !plan || !member) return null;
  return (
    <OpenLogBar
      // A line handed over while the bar is open takes the place of what is in it.
      key={`${memberId} ${text}`}
      plan={plan}
      worker={workerOf(plan, member)}
      opened={text}
      onClose={closeLogBar}
    />
  );
}

/** Closing the bar gives the focus back to where it was taken from. */
function useReturnedFocus(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isOpen]);
}
