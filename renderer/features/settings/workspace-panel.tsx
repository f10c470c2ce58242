import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import { addWorkspace, switchSeat } from '../../app/parts/seats.ts';
import { RestoreButton } from '../../app/parts/workspace-file/restore-button.tsx';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import css from './workspace-panel.module.css';

const ExportDialog = lazy(async () => {
  const { ExportDialog } = await import('../../app/parts/workspace-file/export-dialog.tsx');
  return { default: ExportDialog };
});

/** The workspace as a whole on this computer: out of it, into it, away from it. */
export function WorkspacePanel() {
  const { workspace, memberId, sync } = useSessionOf('workspace', 'memberId', 'sync');
  const [asked, setAsked] = useState<'export' | 'leave' | null>(null);
  if (!workspace) return null;
  const { isSample } = workspace;
  return (
    <Panel title={t('handover.archive.title')}>
      {!isSample && (
        <Row name="note">
          <Button onClick={() => go('handover', { memberId })}>
            {t('handover.archive.noteAct')}
          </Button>
        </Row>
      )}
      <Row name="handOver">
        <Button onClick={() => go('handover')}>{t('handover.openFile')}</Button>
      </Row>
      {!isSample && (
        <Row name="export">
          <Button onClick={() => setAsked('export')}>{t('handover.archive.exportAct')}</Button>
        </Row>
      )}
      <Row name="restore">
        <RestoreButton
          onRestored={(entry) => {
            addWorkspace(entry);
            void switchSeat(entry, entry.seats[0]?.memberId ?? '');
          }}
        >
          {(choose) => <Button onClick={choose}>{t('handover.archive.restoreAct')}</Button>}
        </RestoreButton>
      </Row>
      <Row name="leave">
        <Button onClick={() => setAsked('leave')}>{t('handover.archive.leaveAct')}</Button>
      </Row>
      {asked === 'export' && (
        <Suspense>
          <ExportDialog workspace={workspace} onClose={() => setAsked(null)} />
        </Suspense>
      )}
      {asked === 'leave' && (
        <LeaveDialog
          workspace={workspace}
          sync={sync}
          onExport={() => setAsked('export')}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

interface RowProps {
  readonly name: 'note' | 'handOver' | 'export' | 'restore' | 'leave';
  readonly children: ReactNode;
}

function Row({ name, children }: RowProps) {
  return (
    <div className={css['row']}>
      <span className={css['words']}>
        <span>{t(`handover.archive.${name}Title`)}</span>
        <span className={css['text']}>{t(`handover.archive.${name}Text`)}</span>
      </span>
      {children}
    </div>
  );
}
