import { useRef, useState } from 'react';
import type { WaitValues } from '../../app/parts/wait-fields.tsx';
import { WaitFields, isWaitUnsaid } from '../../app/parts/wait-fields.tsx';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { blockWork } from '../../services/deliverables.ts';
import { readDraft, writeDraft } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface BlockDialogProps {
  readonly entry: Entry;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** On whom a piece of work waits, and for what: the clock of the wait starts when it is saved. */
export function BlockDialog({ entry, plan, onClose }: BlockDialogProps) {
  const draft = `block/${entry.id}`;
  const reasonField = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [wait, setWait] = useState<WaitValues>(() => ({
    on: 'client',
    whoId: '',
    reason: readDraft(draft),
    wanted: '',
  }));
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? t('log.items'));

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWaitUnsaid(wait) || isSaving) return;
    setIsSaving(true);
    const saved = await blockWork(entry, wait);
    setIsSaving(false);
    if (!announceSaved(t('log.told.blocked', { title }), saved)) return;
    writeDraft(draft, '');
    onClose();
  }

  return (
    <Dialog
      isOpen
      initialFocus={reasonField}
      title={t('log.form.blockTitle', { title })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('log.form.cancel')}
          </Button>
          <Button variant="primary" shortcut="↵" isBusy={isSaving} onClick={() => void submit()}>
            {t('log.form.block')}
          </Button>
        </>
      }
    >
      <WaitFields
        plan={plan}
        memberId={entry.memberId}
        wait={wait}
        wasTried={wasTried}
        reasonField={reasonField}
        onChange={(next) => {
          setWait(next);
          writeDraft(draft, next.reason);
        }}
        onSubmit={() => void submit()}
      />
    </Dialog>
  );
}
