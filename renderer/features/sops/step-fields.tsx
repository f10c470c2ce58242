import type { Step } from '#shared/sops/step';
import { HowField } from '../../app/parts/evidence/how-field.tsx';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { StepRules } from './rules/step-rules.tsx';
import css from './step-fields.module.css';
import { StepKindFields } from './step-kind-fields.tsx';

interface StepFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}

/** How and why of a step, how it is answered, and when it is shown. */
export function StepFields({ step, onChange }: StepFieldsProps) {
  const change = (part: Partial<Step>) => onChange({ ...step, ...part });
  return (
    <div className={css['fields']}>
      <HowField
        label={t('sops.editor.how')}
        description={t('sops.editor.howHint')}
        value={step.how}
        onChange={(how) => change({ how })}
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
      <StepKindFields step={step} onChange={onChange} />
      <div className={css['short']}>
        <NumberField
          label={t('sops.editor.expectedMinutes')}
          suffix={t('sops.editor.minutesSuffix')}
          min={0}
          value={step.expectedMinutes}
          onChange={(expectedMinutes) => change({ expectedMinutes })}
        />
        <Checkbox
          label={t('sops.editor.required')}
          checked={step.isRequired}
          onChange={(isRequired) => change({ isRequired })}
        />
      </div>
      <StepRules step={step} onChange={onChange} />
    </div>
  );
}
