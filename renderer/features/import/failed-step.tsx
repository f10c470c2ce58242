import { useState } from 'react';
import { importRecords } from '../../data/imports.ts';
import { useLive } from '../../data/live.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { flowFailureText } from './failure-words.ts';
import type { FlowFailure, OpenTable } from './import-flow.ts';
import { startOver } from './open-table.ts';
import css from './run-step.module.css';
import { startRun } from './run-flow.ts';
import { UndoDialog } from './undo-dialog.tsx';

interface FailedStepProps {
  readonly table: OpenTable;
  readonly failure: FlowFailure;
}

/** Saving failed in the middle: finish it once the cause is mended, or take back what was saved. */
export function FailedStep({ table, failure }: FailedStepProps) {
  const [isUndoing, setIsUndoing] = useState(false);
  const record = useLive(importRecords, [])?.find(({ id }) => id === table.importId);
  return (
    <Page title={t('import.failed.title')} width="reading">
      <div className={css['run']}>
        <Callout tone="bad" title={t('import.failed.title')}>
          {t('import.failed.text', flowFailureText(failure))}
        </Callout>
        <div className={css['acts']}>
          <Button variant="primary" onClick={() => void startRun()}>
            {t('import.failed.finish')}
          </Button>
          {record && <Button onClick={() => setIsUndoing(true)}>{t('import.failed.undo')}</Button>}
          <Button variant="quiet" onClick={startOver}>
            {t('import.read.again')}
          </Button>
        </div>
      </div>
      <UndoDialog
        record={isUndoing && record ? record : null}
        onClose={() => setIsUndoing(false)}
        onUndone={startOver}
      />
    </Page>
  );
}
