import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useLive } from '../../data/live.ts';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { lastReceivedAt } from '../../data/receipts.ts';
import { t } from '../../i18n/text.ts';
import { useOnceParams } from '../../state/once-params.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { TeamDialogs } from './team-dialogs.tsx';
import type { TeamDialog } from './team-dialogs.tsx';
import { TeamTable } from './team-table.tsx';

/** Who works here: where and when, on what, and how they get in. */
export function TeamView() {
  const plan = usePlan();
  if (!plan) {
    return (
      <Page title={t('team.title')}>
        <LoadingState />
      </Page>
    );
  }
  return <Team plan={plan} />;
}

function Team({ plan }: { readonly plan: Plan }) {
  const asked = useOnceParams(['new']);
  const nowMs = useNow();
  const received = useLive(lastReceivedAt, []) ?? new Map<string, number>();
  const [isGoneShown, setIsGoneShown] = useState(false);
  const [dialog, setDialog] = useState<TeamDialog | null>(
    asked['new'] === '1' ? { kind: 'add' } : null,
  );
  const present = plan.members.filter((member) => !member.isGone);
  const shown = isGoneShown ? plan.members : present;
  const add = () => setDialog({ kind: 'add' });
  return (
    <Page
      title={t('team.title')}
      subtitle={t('team.subtitle', { count: present.length })}
      actions={
        <>
          {present.length < plan.members.length && (
            <Checkbox label={t('team.showGone')} checked={isGoneShown} onChange={setIsGoneShown} />
          )}
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={add}>
            {t('team.add')}
          </Button>
        </>
      }
    >
      <TeamTable
        plan={plan}
        members={shown}
        received={received}
        nowMs={nowMs}
        onDialog={setDialog}
      />
      {present.length === 1 && (
        <EmptyState
          title={t('team.empty.title')}
          text={t('team.empty.text')}
          action={<Button onClick={add}>{t('team.add')}</Button>}
        />
      )}
      {dialog && (
        <TeamDialogs
          plan={plan}
          dialog={dialog}
          onDialog={setDialog}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );
}
