import { useEffect, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { pullNow } from '../../services/sync.ts';
import type { ImportSummary } from '../../services/sync.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import css from './import-dialog.module.css';
import { MergeControls } from './merge-controls.tsx';
import { paceText } from './merge-pace.ts';
import { ImportSummaryList } from './import-summary.tsx';

interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Looks into the folder at once, shows how far it is, and then what it brought. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const hasFolder = useSession(({ sync }) => sync === null || sync.target !== null);
  const isSample = useSession(({ workspace }) => workspace?.isSample === true);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('overview.import.title')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('overview.import.done')}
        </Button>
      }
    >
      {isSample && (
        <Callout tone="accent" title={t('overview.import.sample')}>
          {t('overview.import.sampleText')}
        </Callout>
      )}
      {!isSample && (hasFolder ? <Importing /> : <NoFolder onClose={onClose} />)}
    </Dialog>
  );
}

function Importing() {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let isStale = false;
    const pull = async () => {
      const result = await pullNow();
      if (!isStale) setAnswer({ attempt, result });
    };
    void pull();
    return () => {
      isStale = true;
    };
  }, [attempt]);
  if (answer?.attempt !== attempt) return <ImportProgress />;
  const { result } = answer;
  const again = () => setAttempt(attempt + 1);
  if (result.ok) {
    return (
      <div className={css['outcome']}>
        <Stopped onGoOn={again} />
        <ImportSummaryList summary={result.value} />
      </div>
    );
  }
  const { title, text } = failureText(result.error);
  return (
    <Callout tone="bad" title={title} action={<Button onClick={again}>{t('ui.retry')}</Button>}>
      {text}
    </Callout>
  );
}

/** The summary below is not of all that has arrived. */
function Stopped({ onGoOn }: { readonly onGoOn: () => void }) {
  const { phase, done, total } = useSession((session) => session.merge);
  if (phase !== 'stopped') return null;
  return (
    <Callout
      tone="warn"
      title={t('app.merge.stopped', { left: total - done })}
      action={<Button onClick={onGoOn}>{t('app.merge.goOn')}</Button>}
    />
  );
}

interface Answer {
  readonly attempt: number;
  readonly result: Result<ImportSummary, IpcFailure>;
}

/** How far reading and merging are; the end is known once the files have been read. */
function ImportProgress() {
  const merge = useSession((session) => session.merge);
  const { phase, done, total, isPaused } = merge;
  if (phase === 'idle' || phase === 'stopped') {
    return <ProgressBar label={t('overview.import.reading')} value={0} max={null} />;
  }
  const running =
    phase === 'merging'
      ? t('overview.import.merging', { done, total })
      : t('overview.import.rebuilding', { done, total });
  return (
    <div className={css['progress']}>
      <ProgressBar
        label={isPaused ? t('app.merge.paused', { done, total }) : running}
        value={done}
        max={total}
      />
      <div className={css['pace']}>
        <span>{paceText(merge)}</span>
        <MergeControls />
      </div>
    </div>
  );
}

function NoFolder({ onClose }: { readonly onClose: () => void }) {
  const open = () => {
    onClose();
    go('sync');
  };
  return (
    <Callout
      tone="accent"
      title={t('overview.import.noFolder')}
      action={<Button onClick={open}>{t('overview.import.chooseFolder')}</Button>}
    >
      {t('overview.import.noFolderText')}
    </Callout>
  );
}
