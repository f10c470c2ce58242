import { useState } from 'react';
import type { Sop } from '#shared/sops/sop';
import type { SopTemplate } from '#shared/sops/templates/template';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { begunSop } from './begin-sop.ts';
import { CopyPicker } from './copy-picker.tsx';
import css from './new-sop-dialog.module.css';
import { outcomeOptions, roleOptions, servedBy } from './served-options.ts';
import { TemplatePicker } from './template-picker.tsx';

const STARTS = ['blank', 'template', 'copy'] as const;
type Start = (typeof STARTS)[number];

interface NewSopDialogProps {
  readonly plan: Plan;
  readonly outcomeId: string;
  readonly onClose: () => void;
  /** It is not to be written but read from a document. */
  readonly onImport: () => void;
}

/** What it begins with, a title and the result it serves; the rest is written in the editor. */
export function NewSopDialog({ plan, outcomeId, onClose, onImport }: NewSopDialogProps) {
  const ownerId = useSession((session) => session.memberId);
  const outcomes = plan.outcomes.filter((outcome) => !outcome.isArchived);
  const onlyId = outcomes.length === 1 ? (outcomes[0]?.id ?? '') : '';
  const [start, setStart] = useState<Start>('blank');
  const [template, setTemplate] = useState<SopTemplate | null>(null);
  const [original, setOriginal] = useState<Sop | null>(null);
  /** Null until somebody types one: the title of what was chosen stands. */
  const [typed, setTyped] = useState<string | null>(null);
  const [served, setServed] = useState({
    roleId: plan.outcomeById.get(outcomeId)?.roleId ?? '',
    outcomeId: outcomeId || onlyId,
  });
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const title = typed ?? offeredTitle(start, template, original);
  const isUnchosen =
    (start === 'template' && template === null) || (start === 'copy' && original === null);
  const create = async () => {
    setWasTried(true);
    if (title.trim() === '' || isUnchosen) return;
    setIsSaving(true);
    const created = await begunSop(
      { title: title.trim(), ownerId, ...served },
      start === 'template' ? template : null,
      start === 'copy' ? original : null,
    );
    setIsSaving(false);
    if (!created.ok) {
      announceFailure(created.error);
      return;
    }
    onClose();
    go('sops', { sopId: created.value.sopId });
  };
  return (
    <FormDialog
      title={t('sops.create.title')}
      size="lg"
      submitLabel={t('sops.create.submit')}
      submitKey="Enter"
      isSaving={isSaving}
      onClose={onClose}
      onSubmit={() => void create()}
      className={css['form']}
    >
      <div className={css['start']}>
        <Segmented
          label={t('sops.create.start')}
          value={start}
          onChange={setStart}
          options={STARTS.map((value) => ({ value, label: t(`sops.create.starts.${value}`) }))}
        />
        <Button variant="quiet" onClick={onImport}>
          {t('sops.create.import')}
        </Button>
      </div>
      {start === 'template' && (
        <TemplatePicker chosenId={template?.id ?? null} onChoose={setTemplate} />
      )}
      {start === 'copy' && (
        <CopyPicker
          sops={plan.sops}
          chosen={original}
          onChoose={(sop) => {
            setOriginal(sop);
            setServed({ roleId: sop.roleId, outcomeId: sop.outcomeId });
          }}
        />
      )}
      {wasTried && isUnchosen && (
        <p role="alert" className={css['wrong']}>
          {t(start === 'copy' ? 'sops.create.copyMissing' : 'sops.create.templateMissing')}
        </p>
      )}
      <TextField
        label={t('sops.create.name')}
        placeholder={t('sops.create.namePlaceholder')}
        value={title}
        error={wasTried && title.trim() === '' ? t('sops.create.nameMissing') : undefined}
        onChange={setTyped}
        maxLength={120}
        autoFocus
      />
      <div className={css['served']}>
        <Select
          label={t('sops.editor.role')}
          value={served.roleId}
          onChange={(roleId) => setServed({ ...served, ...servedBy(plan, served, { roleId }) })}
          options={roleOptions(plan, served.roleId)}
        />
        <Select
          label={t('sops.create.outcome')}
          value={served.outcomeId}
          onChange={(id) => setServed({ ...served, ...servedBy(plan, served, { outcomeId: id }) })}
          options={outcomeOptions(plan, served)}
        />
      </div>
    </FormDialog>
  );
}

function offeredTitle(start: Start, template: SopTemplate | null, original: Sop | null): string {
  if (start === 'template') return template?.title ?? '';
  if (start === 'blank' || !original) return '';
  return t('sops.create.copyOf', { title: original.title });
}
