import { useRef, useState } from 'react';
import type { Run } from '#shared/sops/run';
import type { WaitValues } from '../../app/parts/wait-fields.tsx';
import { WaitFields, isWaitUnsaid } from '../../app/parts/wait-fields.tsx';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { blockRun } from '../../services/run-holds.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './run-view.module.css';

interface BlockRunDialogProps {
  readonly plan: Plan;
  readonly run: Run;
  /** The piece of work that it is made for, where that is open. */
  readonly work: Entry | null;
  readonly onClose: () => void;
}

/** On whom a run waits, and for what: it stands still from now on, and whoever manages it can see why. */
export function BlockRunDialog({ plan, run, work, onClose }: BlockRunDialogProps) {
  const reasonField = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [wait, setWait] = useState<WaitValues>({
    on: 'client',
    whoId: '',
    reason: '',
    wanted: '',
  });
  const [isWorkToo, setIsWorkToo] = useState(true);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const unit = plan.outcomeById.get(work?.outcomeId ?? '')?.unit ?? t('log.items');

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWaitUnsaid(wait) || isSaving) return;
    setIsSaving(true);
    const blocked = await blockRun(run, trimmed(wait), isWorkToo ? work : null);
    setIsSaving(false);
    if (blocked.ok) onClose();
    else announceFailure(blocked.error);
  }

  return (
    <Dialog
      isOpen
      title={t('checklists.blockTitle')}
      initialFocus={reasonField}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" shortcut="↵" isBusy={isSaving} onClick={() => void submit()}>
            {t('checklists.blockAct')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <WaitFields
          plan={plan}
          memberId={run.memberId}
          wait={wait}
          wasTried={wasTried}
          reasonField={reasonField}
          onChange={setWait}
          onSubmit={() => void submit()}
        />
        {work && (
          <Checkbox
            label={t('checklists.blockWorkToo', { title: workTitle(work, unit) })}
            checked={isWorkToo}
            onChange={setIsWorkToo}
          />
        )}
      </div>
    </Dialog>
  );
}

const trimmed = (wait: WaitValues): WaitValues => ({
  ...wait,
  reason: wait.reason.trim(),
  wanted: wait.wanted.trim(),
});
