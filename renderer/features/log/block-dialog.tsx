import { useRef, useState } from 'react';
import type { BlockedOn } from '#shared/deliverables/deliverable';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { blockWork } from '../../services/deliverables.ts';
import { readDraft, writeDraft } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './entry-form.module.css';

interface BlockDialogProps {
  readonly entry: Entry;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** On whom a piece of work waits, and for what: the clock of the wait starts when it is saved. */
export function BlockDialog({ entry, plan, onClose }: BlockDialogProps) {
  const draft = `block/${entry.id}`;
  const reasonField = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [on, setOn] = useState<BlockedOn>('client');
  const [reason, setReason] = useState(() => readDraft(draft));
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? t('log.items'));
  const isWrong = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWrong || isSaving) return;
    setIsSaving(true);
    const saved = await blockWork(entry, on, reason);
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
      <div className={css['stack']}>
        <Segmented
          label={t('log.form.on')}
          value={on}
          onChange={setOn}
          options={BLOCKED_ON.map((value) => ({ value, label: t(`log.form.who.${value}`) }))}
        />
        <TextField
          label={t('log.form.reason')}
          description={t('log.form.reasonHint')}
          ref={reasonField}
          value={reason}
          maxLength={1_000}
          error={wasTried && isWrong ? t('log.form.reasonError') : undefined}
          onChange={(text) => {
            setReason(text);
            writeDraft(draft, text);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
          }}
        />
      </div>
    </Dialog>
  );
}
