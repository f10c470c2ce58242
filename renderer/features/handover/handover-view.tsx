import '../../i18n/view-words.ts';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { OpenedHandOver } from '#shared/ipc-outputs';
import { bridge } from '../../bridge.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { useRoute } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { LiveHandOver } from './live-hand-over.tsx';
import { OpenedView } from './opened-view.tsx';

/** What a member does and who does it next: of somebody of the team, or from a file. */
export function HandoverView() {
  const plan = usePlan();
  const { params } = useRoute();
  const { memberId: ownId, seat } = useSessionOf('memberId', 'seat');
  const [opened, setOpened] = useState<OpenedHandOver | null>(null);
  const open = async () => {
    const read = await bridge.openHandOver();
    if (read.ok) setOpened(read.value);
    else if (read.error.code !== 'cancelled') announceFailure(read.error);
  };
  const openButton = (
    <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => void open()}>
      {t('handover.openFile')}
    </Button>
  );
  if (!plan) {
    return (
      <Page title={t('handover.title')}>
        <LoadingState />
      </Page>
    );
  }
  if (opened) return <OpenedView plan={plan} opened={opened} onClose={() => setOpened(null)} />;
  const asked = params['memberId'] ?? '';
  const member = plan.memberById.get(asked);
  // Somebody else's place is a manager's to hand over; one's own notes are everybody's.
  if (member && (seat === 'manager' || member.id === ownId)) {
    return (
      <LiveHandOver
        key={member.id}
        plan={plan}
        member={member}
        canGive={seat === 'manager'}
        openButton={openButton}
      />
    );
  }
  const words = asked === '' ? 'none' : 'gone';
  return (
    <Page title={t('handover.title')} actions={openButton}>
      <EmptyState title={t(`handover.${words}.title`)} text={t(`handover.${words}.text`)} />
    </Page>
  );
}
