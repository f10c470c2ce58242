import { Save } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import type { Formats } from '#shared/exports/formats';
import type { Member } from '#shared/plan/member';
import { ReportButton } from '../../app/parts/reports/report-button.tsx';
import { bridge } from '../../bridge.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { useSessionOf } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { PageColumns } from '../../ui/page-columns.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.ts';
import { FactsPanels } from './facts-panels.tsx';
import { GivePanel } from './give-panel.tsx';
import { GivenPanel } from './given-panel.tsx';
import { handOverDocument } from './hand-over-document.ts';
import css from './handover.module.css';
import { LogWarnings } from './log-notes.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { useFacts } from './use-facts.ts';

interface LiveProps {
  readonly plan: Plan;
  readonly member: Member;
  /** Whether the session's member may hand it over; else they see and write notes. */
  readonly canGive: boolean;
  readonly openButton: ReactNode;
}

/** A member's place as it is now. */
export function LiveHandOver({ plan, member, canGive, openButton }: LiveProps) {
  const nowMs = useNow();
  const facts = useFacts(plan, member, nowMs);
  const { workspace, memberId } = useSessionOf('workspace', 'memberId');
  const report = useCallback(
    async (formats: Formats) => {
      if (!facts) throw new Error('A report is made of what is shown');
      return handOverDocument(facts, formats);
    },
    [facts],
  );
  const saveFile = async () => {
    if (!facts || !workspace) return;
    const name = t('handover.titleOf', { name: member.name });
    const text = JSON.stringify(facts);
    const saved = await bridge.saveHandOver({ workspace: workspace.id, memberId, name, text });
    if (saved.ok) {
      showToast({ title: t('handover.saved', { name: saved.value.fileName }), tone: 'good' });
    } else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
  };
  return (
    <Page
      title={t('handover.titleOf', { name: member.name })}
      subtitle={canGive ? t('handover.subtitle', { name: member.name }) : t('handover.notes.own')}
      actions={
        canGive && (
          <>
            {openButton}
            <Button
              icon={<Save size={15} aria-hidden />}
              isDisabled={!facts}
              onClick={() => void saveFile()}
            >
              {t('handover.saveFile')}
            </Button>
            {facts && <ReportButton report={report} />}
          </>
        )
      }
    >
      {facts ? (
        <div className={css['parts']}>
          {canGive && <LogWarnings facts={facts} nowMs={nowMs} />}
          <PageColumns
            first={
              canGive ? (
                <>
                  <GivePanel plan={plan} member={member} facts={facts} nowMs={nowMs} />
                  <GivenPanel plan={plan} member={member} nowMs={nowMs} />
                </>
              ) : (
                <NotesPanel member={member} facts={facts} />
              )
            }
            second={
              <>
                {canGive && <NotesPanel member={member} facts={facts} />}
                <FactsPanels facts={facts} />
              </>
            }
          />
        </div>
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}
