import { useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { createSop } from '../../services/sops.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './new-sop-dialog.module.css';

interface NewSopDialogProps {
  readonly plan: Plan;
  readonly outcomeId: string;
  readonly onClose: () => void;
}

/** A title and the result it serves; the rest is written in the editor. */
export function NewSopDialog({ plan, outcomeId, onClose }: NewSopDialogProps) {
  const ownerId = useSession((session) => session.memberId);
  const outcomes = plan.outcomes.filter((outcome) => !outcome.isArchived);
  const [title, setTitle] = useState('');
  const [servedId, setServedId] = useState(
    outcomeId || (outcomes.length === 1 ? (outcomes[0]?.id ?? '') : ''),
  );
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const create = async () => {
    setWasTried(true);
    if (title.trim() === '') return;
    setIsSaving(true);
    const created = await createSop({ title: title.trim(), outcomeId: servedId, ownerId });
    setIsSaving(false);
    if (!created.ok) {
      announceFailure(created.error);
      return;
    }
    onClose();
    go('sops', { sopId: created.value.sopId });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('sops.create.title')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void create()}>
            {t('sops.create.submit')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t('sops.create.name')}
          placeholder={t('sops.create.namePlaceholder')}
          value={title}
          error={wasTried && title.trim() === '' ? t('sops.create.nameMissing') : undefined}
          onChange={setTitle}
          maxLength={120}
        />
        <Select
          label={t('sops.create.outcome')}
          value={servedId}
          onChange={setServedId}
          options={[
            { value: '', label: t('sops.create.outcomeNone') },
            ...outcomes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
