import { useState } from 'react';
import { isRatioWrong } from '../../app/parts/results/ratio.ts';
import type { ResultValues } from '../../app/parts/results/result-fields.tsx';
import { ResultFields } from '../../app/parts/results/result-fields.tsx';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { completeWork } from '../../services/deliverables.ts';
import type { Worker } from '../../services/worker.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './entry-form.module.css';

interface CompleteDialogProps {
  readonly entry: Entry;
  readonly plan: Plan;
  readonly worker: Worker;
  readonly onClose: () => void;
}

/** Finishing a piece of work: how much came of it, and what is worth knowing. */
export function CompleteDialog({ entry, plan, worker, onClose }: CompleteDialogProps) {
  const [quantity, setQuantity] = useState<number | null>(entry.quantity);
  const [results, setResults] = useState<ResultValues>(() => resultsOf(entry));
  const [reference, setReference] = useState(entry.reference);
  const [note, setNote] = useState(entry.note);
  const [isSaving, setIsSaving] = useState(false);
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const unit = outcome?.unit ?? t('log.items');
  const title = workTitle(entry, unit);
  const isWrong = quantity === null || quantity <= 0;
  const cannotSave = isWrong || isRatioWrong(results);

  async function submit(): Promise<void> {
    if (cannotSave || quantity === null || isSaving) return;
    setIsSaving(true);
    const saved = await completeWork(worker, entry, {
      quantity,
      ...results,
      reference,
      note,
    });
    setIsSaving(false);
    if (announceSaved(t('log.told.completed', { title }), saved)) onClose();
  }

  return (
    <FormDialog
      title={t('log.form.completeTitle', { title })}
      onClose={onClose}
      submitLabel={t('log.form.complete')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      className={css['stack']}
    >
      <div className={css['pair']}>
        <NumberField
          label={t('log.form.quantity')}
          value={quantity}
          min={0}
          max={1_000_000}
          suffix={unit}
          error={isWrong ? t('log.form.quantityError') : undefined}
          onChange={setQuantity}
        />
        <ResultFields
          outcome={outcome}
          currency={plan.workspace?.currency ?? 'USD'}
          values={results}
          onChange={(change) => setResults({ ...results, ...change })}
        />
      </div>
      <TextField
        label={t('log.form.reference')}
        value={reference}
        maxLength={500}
        onChange={setReference}
      />
      <TextField
        label={t('log.form.note')}
        multiline
        rows={2}
        value={note}
        maxLength={4_000}
        onChange={setNote}
      />
    </FormDialog>
  );
}

const resultsOf = ({
  errors,
  score,
  partCount,
  wholeCount,
  valueMinor,
  costMinor,
}: Entry): ResultValues => ({ errors, score, partCount, wholeCount, valueMinor, costMinor });
