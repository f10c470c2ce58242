import type { RecurrenceDraft, RecurrenceProblem } from '#shared/deliverables/recurrence';
import { DAY_OFF_RULES, MOST_COUNTED } from '#shared/deliverables/recurrence';
import type { DayOffRule } from '#shared/deliverables/recurrence';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { zoneOptions } from '../zones.ts';
import css from './assign.module.css';
import { minutesOf } from './day-time-field.tsx';
import { PatternFields } from './pattern-fields.tsx';
import { timeOf } from './rule-words.ts';

export interface RuleFieldsProps {
  readonly plan: Plan;
  readonly draft: RecurrenceDraft;
  readonly problems: readonly RecurrenceProblem[];
  readonly onChange: (part: Partial<RecurrenceDraft>) => void;
}

/** Stands for no calendar of its own: an empty choice would look as if nothing were chosen. */
const OWN_CALENDAR = 'own';

/** When recurring work comes, in the words that people plan with. */
export function RuleFields({ plan, draft, problems, onChange }: RuleFieldsProps) {
  const errorOf = (...codes: readonly RecurrenceProblem[]): string | undefined => {
    const found = codes.find((code) => problems.includes(code));
    return found && t(`assign.problem.${found}`);
  };
  return (
    <>
      <PatternFields
        pattern={draft.pattern}
        errorOf={errorOf}
        onChange={(pattern) => onChange({ pattern })}
      />
      <fieldset className={css['part']}>
        <legend className={css['legend']}>{t('assign.rule.when')}</legend>
        <Segmented<RecurrenceDraft['anchor']>
          label={t('assign.rule.when')}
          value={draft.anchor}
          onChange={(anchor) => onChange({ anchor })}
          options={[
            { value: 'time', label: t('assign.rule.anchor.time') },
            { value: 'shift', label: t('assign.rule.anchor.shift') },
          ]}
        />
        {draft.anchor === 'time' && (
          <div className={css['pair']}>
            <TextField
              label={t('assign.form.time')}
              type="time"
              value={draft.atMinute === null ? '' : timeOf(draft.atMinute)}
              error={errorOf('time-missing')}
              onChange={(time) => onChange({ atMinute: time === '' ? null : minutesOf(time) })}
            />
            <Combobox
              label={t('assign.rule.zone')}
              value={draft.zone}
              options={zoneOptions()}
              onChange={(zone) => zone !== null && onChange({ zone })}
            />
          </div>
        )}
      </fieldset>
      <Select<DayOffRule>
        label={t('assign.rule.onDayOff')}
        value={draft.dayOff}
        options={DAY_OFF_RULES.map((value) => ({
          value,
          label: t(`assign.rule.dayOffChoice.${value}`),
        }))}
        onChange={(dayOff) => onChange({ dayOff })}
      />
      <Select
        label={t('assign.rule.calendar')}
        value={draft.calendarId || OWN_CALENDAR}
        isDisabled={draft.dayOff === 'keep'}
        options={[
          { value: OWN_CALENDAR, label: t('assign.rule.ownCalendar') },
          ...plan.calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => onChange({ calendarId: chosen === OWN_CALENDAR ? '' : chosen })}
      />
      <TextField
        label={t('assign.rule.starts')}
        type="date"
        value={draft.startsOn}
        error={errorOf('start-missing', 'start-beyond-limits')}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <EndFields draft={draft} errorOf={errorOf} onChange={onChange} />
    </>
  );
}

interface EndFieldsProps extends Pick<RuleFieldsProps, 'draft' | 'onChange'> {
  readonly errorOf: (...codes: readonly RecurrenceProblem[]) => string | undefined;
}

function EndFields({ draft, errorOf, onChange }: EndFieldsProps) {
  return (
    <div className={css['pair']}>
      <Select<RecurrenceDraft['end']>
        label={t('assign.rule.ends')}
        value={draft.end}
        options={(['never', 'on', 'after'] as const).map((value) => ({
          value,
          label: t(`assign.rule.end.${value}`),
        }))}
        onChange={(end) => onChange({ end })}
      />
      {draft.end === 'on' && (
        <TextField
          label={t('assign.rule.endsOn')}
          type="date"
          value={draft.endsOn}
          error={errorOf('end-missing', 'end-before-start')}
          onChange={(endsOn) => onChange({ endsOn })}
        />
      )}
      {draft.end === 'after' && (
        <NumberField
          label={t('assign.rule.endsAfter')}
          value={draft.endsAfterCount}
          min={1}
          max={MOST_COUNTED}
          error={errorOf('count-out-of-range')}
          onChange={(endsAfterCount) => onChange({ endsAfterCount })}
        />
      )}
    </div>
  );
}
