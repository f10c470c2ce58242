import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { CadencesButton } from '../../../app/parts/cadences/cadences-button.tsx';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { useNow } from '../../../state/use-now.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { HistoryPanel } from './history-panel.tsx';
import css from './home.module.css';
import { OpenActions } from './open-actions.tsx';
import { TurnsPanel } from './turns-panel.tsx';
import { useTurns } from './use-turns.ts';

interface ReviewsHomeProps {
  readonly plan: Plan;
  readonly viewer: Member;
}

/** What a manager has to hold, what was agreed, and how it was. */
export function ReviewsHome({ plan, viewer }: ReviewsHomeProps) {
  const nowMs = useNow();
  const turns = useTurns(plan, nowMs);
  const today = dayIn(viewer.timeZone, nowMs);
  return (
    <Page
      title={t('reviews.title')}
      actions={<CadencesButton plan={plan} member={viewer} kind="weekly" nowMs={nowMs} />}
    >
      <div className={css['columns']}>
        {turns ? (
          <TurnsPanel plan={plan} turns={turns} zone={viewer.timeZone} today={today} />
        ) : (
          <LoadingState />
        )}
        <OpenActions plan={plan} today={today} />
      </div>
      <HistoryPanel plan={plan} zone={viewer.timeZone} nowMs={nowMs} />
    </Page>
  );
}
