import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { OpenTable, RunProgress } from './import-flow.ts';
import { isRunPaused, pauseRun, resumeRun, stopRun } from './run-flow.ts';
import css from './run-step.module.css';

interface RunStepProps {
  readonly table: OpenTable;
  readonly progress: RunProgress;
}

export function RunStep({ table, progress }: RunStepProps) {
  const [isStopping, setIsStopping] = useState(false);
  const [isPaused, setIsPaused] = useState(isRunPaused);
  const turn = (isNowPaused: boolean): void => {
    setIsPaused(isNowPaused);
    if (isNowPaused) pauseRun();
    else resumeRun();
  };
  const { phase, done, total } = progress;
  return (
    <Page title={t('import.run.title', { file: table.fileName })} width="reading">
      <div className={css['run']}>
        <ProgressBar
          label={
            phase === 'starting'
              ? t('import.run.starting')
              : t(`import.run.${isPaused && !isStopping ? 'paused' : phase}`, { done, total })
          }
          value={done}
          max={phase === 'starting' ? null : total}
        />
        <p className={css['note']}>{t(isPaused ? 'import.run.pausedNote' : 'import.run.note')}</p>
        <div className={css['acts']}>
          <Button isDisabled={isStopping || phase !== 'saving'} onClick={() => turn(!isPaused)}>
            {t(isPaused ? 'import.run.resume' : 'import.run.pause')}
          </Button>
          <Button
            isBusy={isStopping || phase === 'undoing'}
            onClick={() => {
              setIsStopping(true);
              stopRun();
            }}
          >
            {isStopping ? t('import.run.stopping') : t('import.run.stop')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
