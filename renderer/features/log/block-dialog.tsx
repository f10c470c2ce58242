import { useRef, useState } from 'react';
import type { BlockedOn } from '#shared/deliverables/deliverable';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import type { Member } from '#shared/plan/member';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { blockWork } from '../../services/deliverables.ts';
import { readDraft, writeDraft } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
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
  const [whoId, setWhoId] = useState('');
  const [reason, setReason] = useState(() => readDraft(draft));
  const [wanted, setWanted] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? t('log.items'));
  const isWrong = reason.trim() === '';
  const people = peopleAsked(plan, entry.memberId, on);

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWrong || isSaving) return;
    setIsSaving(true);
    const saved = await blockWork(entry, {
      on,
      reason,
      wanted,
      whoId: people.length > 0 ? whoId : '',
    });
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
          onChange={(next) => {
            setOn(next);
            setWhoId('');
          }}
          options={BLOCKED_ON.map((value) => ({ value, label: t(`log.form.who.${value}`) }))}
        />
        {people.length > 0 && (
          <Combobox
            label={t('log.form.whoExactly')}
            placeholder={t('log.form.anybody')}
            value={whoId || null}
            options={people.map(({ id, name, title }) => ({ value: id, label: name, hint: title }))}
            onChange={(id) => setWhoId(id ?? '')}
          />
        )}
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
        <TextField
          label={t('log.form.wanted')}
          description={t('log.form.wantedHint')}
          value={wanted}
          maxLength={1_000}
          onChange={setWanted}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
          }}
        />
      </div>
    </Dialog>
  );
}

/** Those of the team who can be meant; nobody of it where a client or a system is waited for. */
function peopleAsked(plan: Plan, memberId: string, on: BlockedOn): readonly Member[] {
  if (on !== 'manager' && on !== 'colleague') return [];
  const seat = on === 'manager' ? 'manager' : 'assistant';
  return plan.members.filter(
    (member) => member.seat === seat && !member.isGone && member.id !== memberId,
  );
}
