import '../../../i18n/view-words.ts';
import { useState } from 'react';
import type { HandOverPack } from '#shared/handover/hand-over-pack';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { answerPack } from '../../../services/handover-notes.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import css from './asked-of-you.module.css';
import { nameOf } from './asked-words.ts';

interface PackDialogProps {
  readonly plan: Plan;
  readonly pack: HandOverPack;
  readonly onClose: () => void;
}

/** What a member was given, thing by thing: take it, or say why not. */
export function PackDialog({ plan, pack, onClose }: PackDialogProps) {
  const open = pack.items.filter(({ reply }) => reply === null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(open.map(({ key }) => key)),
  );
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const by = nameOf(plan, pack.byId);
  const others = open.filter(({ key }) => !taken.has(key)).map(({ key }) => key);
  const isMissing = others.length > 0 && reason.trim() === '';

  async function answer(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    const said = [
      ...(taken.size > 0 ? [await answerPack(pack, [...taken], 'confirmed', '')] : []),
      ...(others.length > 0 ? [await answerPack(pack, others, 'declined', reason)] : []),
    ];
    setIsSaving(false);
    const failed = said.find((each) => !each.ok);
    if (failed && !failed.ok) return announceFailure(failed.error);
    showToast({
      title: t(others.length > 0 ? 'handover.told.declined' : 'handover.told.confirmed', {
        name: by,
      }),
    });
    onClose();
  }

  return (
    <Dialog
      isOpen
      title={t('handover.pack.title', { name: nameOf(plan, pack.fromId) })}
      description={t('handover.pack.text', { by })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            shortcut="Ctrl+↵"
            isBusy={isSaving}
            onClick={() => void answer()}
          >
            {taken.size === 0
              ? t('handover.pack.decline')
              : others.length === 0
                ? t('handover.pack.all')
                : t('handover.pack.chosen', { count: taken.size })}
          </Button>
        </>
      }
    >
      <SubmitArea className={css['stack']} onSubmit={() => void answer()}>
        {pack.note !== '' && <p className={css['note']}>{pack.note}</p>}
        <ul className={css['stack']}>
          {open.map(({ key, title, kind }) => (
            <li key={key}>
              <Checkbox
                label={`${title} (${t(`handover.give.kind.${kind}`)})`}
                checked={taken.has(key)}
                onChange={(isTaken) => {
                  const next = new Set(taken);
                  if (isTaken) next.add(key);
                  else next.delete(key);
                  setTaken(next);
                }}
              />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <TextField
            label={t('handover.pack.reason')}
            description={t('handover.pack.reasonHint', { name: by })}
            value={reason}
            maxLength={1_000}
            error={wasTried && isMissing ? t('handover.pack.reasonMissing') : undefined}
            onChange={setReason}
          />
        )}
      </SubmitArea>
    </Dialog>
  );
}
