import { useState } from 'react';
import type { QualityCheck } from '#shared/quality/quality-check';
import type { Plan } from '../../data/plan.ts';
import { formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Saving } from '../../services/deliverables.ts';
import type { Drawn } from '../../services/quality-checks.ts';
import { returnDrawn } from '../../services/quality-checks.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './quality.module.css';
import { ReasonPicker } from './reason-picker.tsx';

interface ReturnDialogProps {
  readonly plan: Plan;
  readonly drawn: Drawn;
  /** What was said before; null the first time. */
  readonly earlier: QualityCheck | null;
  readonly onReturned: (saved: Awaited<Saving>) => void;
  readonly onClose: () => void;
}

/** Why a drawn deliverable is returned: a reason of the team's list, a word more, how much is wrong. */
export function ReturnDialog({ plan, drawn, earlier, onReturned, onClose }: ReturnDialogProps) {
  const { work, title } = drawn;
  const offered = plan.returnReasons.filter(({ isRetired }) => !isRetired);
  const [reasonId, setReasonId] = useState(earlier?.reasonId ?? null);
  const [note, setNote] = useState(earlier?.note ?? '');
  const [errorCount, setErrorCount] = useState<number | null>(earlier?.errorCount || 1);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const reason = plan.returnReasons.find(({ id }) => id === reasonId)?.name ?? '';
  const isMissing = reason === '' && note.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    const wrong = Math.min(work.quantity, Math.max(1, errorCount ?? 1));
    onReturned(
      await returnDrawn(drawn, { reasonId: reasonId ?? '', reason, note, errorCount: wrong }),
    );
    setIsSaving(false);
  }

  return (
    <FormDialog
      title={t('quality.returning.title', { title })}
      description={
        work.completedAtMs === null
          ? t('quality.returning.countOnly')
          : t('quality.returning.text', {
              name: plan.memberById.get(work.memberId)?.name ?? '',
            })
      }
      size="sm"
      submitLabel={t('quality.returning.confirm')}
      submitKey="Enter"
      isSaving={isSaving}
      className={css['form']}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {offered.length === 0 ? (
        <p className={css['muted']}>{t('quality.returning.noReasons')}</p>
      ) : (
        <ReasonPicker reasons={offered} value={reasonId} onChange={setReasonId} />
      )}
      <TextField
        label={t('quality.returning.note')}
        description={offered.length === 0 ? undefined : t('quality.returning.noteHint')}
        value={note}
        maxLength={1_000}
        error={wasTried && isMissing ? t('quality.returning.noteMissing') : undefined}
        onChange={setNote}
      />
      {work.quantity > 1 && (
        <NumberField
          label={t('quality.returning.errors')}
          value={errorCount}
          min={1}
          max={work.quantity}
          suffix={t('quality.returning.errorsOf', { count: formatQuantity(work.quantity) })}
          onChange={setErrorCount}
        />
      )}
    </FormDialog>
  );
}
