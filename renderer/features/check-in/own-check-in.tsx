import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CheckInForm } from './check-in-form.tsx';
import css from './check-in-view.module.css';
import { DayBeforePanel } from './day-before-panel.tsx';
import { GivenCheckIn } from './given-check-in.tsx';
import type { OwnCheckIn } from './use-own-check-in.ts';
import { useOwnCheckIn } from './use-own-check-in.ts';
import { WaitingPanel } from './waiting-panel.tsx';

interface OwnCheckInPageProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
  readonly actions?: ReactNode;
}

/** The plan of the member's own day: what was done before, what is taken up now, what holds it up. */
export function OwnCheckInPage({ plan, member, nowMs, actions }: OwnCheckInPageProps) {
  const facts = useOwnCheckIn(plan, member, nowMs);
  return (
    <Page
      title={t('checkIn.title')}
      subtitle={facts && formatDay(facts.day, 'long')}
      actions={actions}
    >
      {facts ? (
        <OneDay key={facts.day} plan={plan} member={member} nowMs={nowMs} facts={facts} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

interface OneDayProps extends Omit<OwnCheckInPageProps, 'actions'> {
  readonly facts: OwnCheckIn;
}

function OneDay({ plan, member, nowMs, facts }: OneDayProps) {
  const [isChanging, setIsChanging] = useState(false);
  // What came in to be said back since is asked for, too.
  const isForm = facts.given === null || isChanging || facts.toConfirm.length > 0;
  return (
    <div className={css['columns']}>
      <div className={css['stack']}>
        {isForm ? (
          <CheckInForm
            plan={plan}
            member={member}
            nowMs={nowMs}
            facts={facts}
            onLeave={() => setIsChanging(false)}
          />
        ) : (
          facts.given && (
            <GivenCheckIn
              plan={plan}
              member={member}
              given={facts.given}
              onChange={() => setIsChanging(true)}
            />
          )
        )}
      </div>
      <aside className={css['stack']}>
        <DayBeforePanel plan={plan} member={member} before={facts.before} />
        <WaitingPanel plan={plan} waiting={facts.waiting} nowMs={nowMs} />
      </aside>
    </div>
  );
}
