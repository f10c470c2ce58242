import '../../i18n/view-words.ts';
import { useState } from 'react';
import { useHasOwnWork } from '../../app/parts/own-work.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { OwnCheckInPage } from './own-check-in.tsx';
import { TeamCheckIns } from './team/team-check-ins.tsx';

/** The daily check-in: an assistant's own, a manager's team, and of a manager who works too, both. */
export function CheckInView() {
  const plan = usePlan();
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const hasOwnWork = useHasOwnWork();
  const nowMs = useNow();
  const [whose, setWhose] = useState<'team' | 'own'>('team');
  const member = plan?.memberById.get(memberId);
  if (!plan || !member) return <LoadingState />;
  if (seat === 'assistant') return <OwnCheckInPage plan={plan} member={member} nowMs={nowMs} />;
  const choice = hasOwnWork ? (
    <Segmented
      label={t('checkIn.whose')}
      value={whose}
      onChange={setWhose}
      options={[
        { value: 'team', label: t('checkIn.team') },
        { value: 'own', label: t('checkIn.own') },
      ]}
    />
  ) : null;
  return hasOwnWork && whose === 'own' ? (
    <OwnCheckInPage plan={plan} member={member} nowMs={nowMs} actions={choice} />
  ) : (
    <TeamCheckIns plan={plan} member={member} nowMs={nowMs} actions={choice} />
  );
}
