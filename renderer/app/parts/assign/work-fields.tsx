import type { Ref } from 'react';
import type { AssignmentDraft, AssignmentProblem } from '#shared/deliverables/assignment';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { clientOptions } from './choices.ts';

/** What is said of work whether it comes once or again and again. */
export type WorkValues = Pick<
  AssignmentDraft,
  'title' | 'client' | 'quantity' | 'reference' | 'note'
>;

interface TitleFieldProps {
  readonly value: string;
  readonly problems: readonly string[];
  readonly ref?: Ref<(HTMLInputElement & HTMLTextAreaElement) | null> | undefined;
  readonly onChange: (part: Pick<WorkValues, 'title'>) => void;
}

export function TitleField({ value, problems, ref, onChange }: TitleFieldProps) {
  return (
    <TextField
      ref={ref}
      label={t('assign.form.title')}
      placeholder={t('assign.form.titlePlaceholder')}
      value={value}
      maxLength={200}
      error={errorOf(problems, 'title-missing')}
      onChange={(title) => onChange({ title })}
    />
  );
}

interface DetailFieldsProps {
  readonly plan: Plan;
  readonly values: WorkValues;
  readonly unit: string;
  readonly problems: readonly string[];
  readonly onChange: (part: Partial<WorkValues>) => void;
}

export function DetailFields({ plan, values, unit, problems, onChange }: DetailFieldsProps) {
  return (
    <>
      <NumberField
        label={t('assign.form.quantity')}
        value={values.quantity}
        min={0}
        suffix={unit}
        error={errorOf(problems, 'quantity-not-positive')}
        onChange={(quantity) => onChange({ quantity })}
      />
      <Combobox
        label={t('assign.form.client')}
        placeholder={t('assign.form.clientPlaceholder')}
        value={values.client || null}
        options={clientOptions(plan)}
        allowNew
        onChange={(client) => onChange({ client: client ?? '' })}
      />
      <TextField
        label={t('assign.form.reference')}
        placeholder={t('assign.form.referencePlaceholder')}
        value={values.reference}
        maxLength={200}
        onChange={(reference) => onChange({ reference })}
      />
      <TextField
        label={t('assign.form.note')}
        placeholder={t('assign.form.notePlaceholder')}
        value={values.note}
        maxLength={4_000}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}

const errorOf = (problems: readonly string[], problem: AssignmentProblem): string | undefined =>
  problems.includes(problem) ? t(`assign.problem.${problem}`) : undefined;
