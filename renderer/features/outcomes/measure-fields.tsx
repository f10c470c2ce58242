import { PERIODS } from '#shared/plan/outcome';
import type { Sla } from '#shared/plan/outcome';
import type { OutcomeDraft, OutcomeProblems } from '#shared/plan/outcome-draft';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import css from './outcome-dialog.module.css';
import { problemWords } from './problem-words.ts';

export interface DraftFieldsProps {
  readonly draft: OutcomeDraft;
  readonly problems: OutcomeProblems;
  readonly plan: Plan;
  readonly onChange: (part: Partial<OutcomeDraft>) => void;
}

const SLA_ENDS = ['responded', 'started', 'completed'] as const satisfies readonly Sla['to'][];

/** How the outcome is judged: each measure can be left out, none can be left half said. */
export function MeasureFields({ draft, problems, plan, onChange }: DraftFieldsProps) {
  return (
    <fieldset className={css['part']}>
      <legend className={css['legend']}>{t('outcomes.editor.judged')}</legend>
      <Switch
        label={t('outcomes.editor.hasTarget')}
        description={t('outcomes.editor.hasTargetHint')}
        checked={draft.hasTarget}
        onChange={(hasTarget) => onChange({ hasTarget })}
      />
      {draft.hasTarget && (
        <div className={css['inset']}>
          <NumberField
            label={t('outcomes.editor.target')}
            suffix={draft.unit}
            value={draft.target}
            error={problemWords(problems.target)}
            onChange={(target) => onChange({ target })}
          />
          <Select
            label={t('outcomes.editor.period')}
            value={draft.period}
            onChange={(period) => onChange({ period })}
            options={PERIODS.map((value) => ({
              value,
              label: t(`outcomes.editor.periods.${value}`),
            }))}
          />
        </div>
      )}
      <Switch
        label={t('outcomes.editor.hasAccuracy')}
        checked={draft.hasAccuracy}
        onChange={(hasAccuracy) => onChange({ hasAccuracy })}
      />
      {draft.hasAccuracy && (
        <div className={css['inset']}>
          <NumberField
            label={t('outcomes.editor.accuracy')}
            suffix="%"
            step={0.5}
            value={draft.accuracyPercent}
            error={problemWords(problems.accuracyPercent)}
            onChange={(accuracyPercent) => onChange({ accuracyPercent })}
          />
        </div>
      )}
      <Switch
        label={t('outcomes.editor.hasSla')}
        description={t('outcomes.editor.hasSlaHint')}
        checked={draft.hasSla}
        onChange={(hasSla) => onChange({ hasSla })}
      />
      {draft.hasSla && (
        <div className={css['inset']}>
          <Select
            label={t('outcomes.editor.slaTo')}
            value={draft.slaTo}
            onChange={(slaTo) => onChange({ slaTo })}
            options={SLA_ENDS.map((value) => ({ value, label: t(`outcomes.slaTo.${value}`) }))}
          />
          <NumberField
            label={t('outcomes.editor.slaHours')}
            suffix={t('outcomes.editor.slaSuffix')}
            value={draft.slaHours}
            error={problemWords(problems.slaHours)}
            onChange={(slaHours) => onChange({ slaHours })}
          />
          <Select
            label={t('outcomes.editor.calendar')}
            value={draft.calendarId}
            onChange={(calendarId) => onChange({ calendarId })}
            options={[
              { value: '', label: t('outcomes.editor.calendarMember') },
              ...plan.calendars.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      )}
    </fieldset>
  );
}
