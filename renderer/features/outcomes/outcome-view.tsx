import '../../i18n/view-words.ts';
import { Target } from 'lucide-react';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { memberDays } from '../../services/work-clocks.ts';
import { workToday } from '../../services/clock.ts';
import { useOnceParams } from '../../state/once-params.ts';
import { go, goBack, useCanGoBack, useRoute } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { OutcomeEditor } from './outcome-editor.tsx';

/** One outcome, by `params.id`; or a new one (`params.new`) for a key result, a role or an owner that is given. */
export function OutcomeView() {
  const plan = usePlan();
  const { params } = useRoute();
  const isAtMeasures = useOnceParams(['at'])['at'] === 'measures';
  const memberId = useSession((state) => state.memberId);
  const canGoBack = useCanGoBack();
  if (!plan) {
    return (
      <Page title={t('app.nav.outcome')}>
        <LoadingState />
      </Page>
    );
  }
  const id = params['id'] ?? '';
  const outcome = plan.outcomeById.get(id) ?? null;
  if (id !== '' && !outcome) return <Gone />;
  const member = plan.memberById.get(memberId) ?? { calendarId: '', timeZone: 'UTC' };
  const given = {
    keyResultId: params['keyResultId'] ?? '',
    roleId: params['roleId'] ?? '',
    ownerId: params['ownerId'] ?? '',
  };
  return (
    <OutcomeEditor
      key={id || JSON.stringify(given)}
      plan={plan}
      outcome={outcome}
      today={workToday(memberDays(member, plan.calendarById))}
      given={given}
      isAtMeasures={isAtMeasures}
      onDone={() => (canGoBack ? goBack() : go('outcomes'))}
    />
  );
}

function Gone() {
  return (
    <Page title={t('app.nav.outcome')}>
      <EmptyState
        icon={<Target aria-hidden />}
        title={t('outcomes.page.gone')}
        text={t('outcomes.page.goneText')}
        action={<Button onClick={() => go('outcomes')}>{t('outcomes.page.back')}</Button>}
      />
    </Page>
  );
}
