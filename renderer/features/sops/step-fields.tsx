import { STEP_KINDS } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { hasCrossedLimits } from '#shared/sops/draft';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './step-fields.module.css';

interface StepFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}

/** How and why of a step, and how it is answered. */
export function StepFields({ step, onChange }: StepFieldsProps) {
  const change = (part: Partial<Step>) => onChange({ ...step, ...part });
  return (
    <div className={css['fields']}>
      <TextField
        label={t('sops.editor.how')}
        description={t('sops.editor.howHint')}
        value={step.how}
        onChange={(how) => change({ how })}
        multiline
        rows={4}
        maxLength={12_000}
      />
      <TextField
        label={t('sops.editor.why')}
        placeholder={t('sops.editor.whyPlaceholder')}
        value={step.why}
        onChange={(why) => change({ why })}
        multiline
        rows={2}
        maxLength={2_000}
      />
      <div className={css['answer']}>
        <Select
          label={t('sops.editor.kind')}
          value={step.kind}
          onChange={(kind) => change({ kind })}
          options={STEP_KINDS.map((value) => ({ value, label: t(`sops.editor.kinds.${value}`) }))}
        />
        <NumberField
          label={t('sops.editor.expectedMinutes')}
          suffix={t('sops.editor.minutesSuffix')}
          min={0}
          value={step.expectedMinutes}
          onChange={(expectedMinutes) => change({ expectedMinutes })}
        />
        {step.kind === 'number' && (
          <>
            <NumberField
              label={t('sops.editor.min')}
              value={step.min}
              onChange={(min) => change({ min })}
            />
            <NumberField
              label={t('sops.editor.max')}
              value={step.max}
              error={hasCrossedLimits(step) ? t('sops.editor.limits') : undefined}
              onChange={(max) => change({ max })}
            />
          </>
        )}
        {step.kind === 'choice' && (
          <ChoiceOptions options={step.options} onChange={(options) => change({ options })} />
        )}
      </div>
      <Checkbox
        label={t('sops.editor.required')}
        checked={step.isRequired}
        onChange={(isRequired) => change({ isRequired })}
      />
    </div>
  );
}

interface ChoiceOptionsProps {
  readonly options: readonly string[];
  readonly onChange: (options: readonly string[]) => void;
}

/** One choice a line. What is typed is kept as it is, so that an empty line can be begun. */
function ChoiceOptions({ options, onChange }: ChoiceOptionsProps) {
  const [text, setText] = useState(options.join('\n'));
  return (
    <div className={css['options']}>
      <TextField
        label={t('sops.editor.options')}
        value={text}
        onChange={(next) => {
          setText(next);
          onChange(linesOf(next));
        }}
        multiline
        rows={3}
        maxLength={2_000}
      />
    </div>
  );
}

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
