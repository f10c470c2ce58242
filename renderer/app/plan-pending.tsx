import { Mailbox } from 'lucide-react';
import { t } from '../i18n/text.ts';
import { go } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** Somebody has joined, but nothing of their manager's has arrived: no loading will end by itself. */
export function PlanPending() {
  const target = useSession(({ sync }) => sync?.target ?? null);
  return (
    <Page title={t('app.planPending.heading')}>
      <EmptyState
        icon={<Mailbox size={28} strokeWidth={1.5} aria-hidden />}
        title={t('app.planPending.title')}
        text={t(`app.planPending.text.${target?.kind ?? 'none'}`, { label: target?.label ?? '' })}
        action={
          <Button variant="primary" onClick={() => go('sync')}>
            {t('app.planPending.openSync')}
          </Button>
        }
      />
    </Page>
  );
}
