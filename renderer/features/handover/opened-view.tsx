import { readHandOverFacts } from '#shared/handover/hand-over-facts';
import type { OpenedHandOver } from '#shared/ipc-outputs';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Page } from '../../ui/page.tsx';
import { FactsPanels } from './facts-panels.tsx';
import css from './handover.module.css';
import { LogWarnings } from './log-notes.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OpenItems } from './open-items.tsx';

interface OpenedViewProps {
  readonly plan: Plan;
  readonly opened: OpenedHandOver;
  readonly onClose: () => void;
}

/** A hand-over from a file, to read. */
export function OpenedView({ plan, opened, onClose }: OpenedViewProps) {
  const nowMs = useNow();
  const facts = readHandOverFacts(opened.text);
  const back = <Button onClick={onClose}>{t('handover.back')}</Button>;
  if (!facts) {
    const { title, text } = failureText({ code: 'hand-over-damaged' });
    return (
      <Page title={t('handover.title')} actions={back}>
        <FailedState title={title} text={text} />
      </Page>
    );
  }
  const { member, workspaceName, madeAtMs, byName } = facts;
  const signer = plan.devices.find(({ keyId }) => keyId === opened.keyId);
  const signerName = plan.memberById.get(signer?.memberId ?? '')?.name;
  return (
    <Page
      title={t('handover.opened', { name: member.name })}
      subtitle={t('handover.openedBy', {
        workspace: workspaceName,
        when: formatDateTime(madeAtMs),
        by: byName,
      })}
      actions={back}
    >
      <div className={css['parts']}>
        {signerName === undefined ? (
          <Callout tone="warn" title={t('handover.signedUnknown')}>
            {t('handover.signedUnknownText')}
          </Callout>
        ) : (
          <Callout tone="good" title={t('handover.signedKnown', { name: signerName })}>
            {t('handover.signedKnownText')}
          </Callout>
        )}
        <LogWarnings facts={facts} nowMs={nowMs} />
        <OpenItems facts={facts} />
        <NotesPanel member={null} facts={facts} />
        <FactsPanels facts={facts} />
      </div>
    </Page>
  );
}
