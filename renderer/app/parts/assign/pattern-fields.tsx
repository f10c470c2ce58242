import type { RecurrenceProblem } from '#shared/deliverables/recurrence';
import type { MonthPlace, Pattern } from '#shared/deliverables/recurrence-rule';
import { t } from '../../../i18n/text.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import css from './assign.module.css';
import { ORDINALS, ordinalName, weekdayName } from './rule-words.ts';

interface PatternFieldsProps {
  readonly pattern: Pattern;
  readonly errorOf: (...codes: readonly RecurrenceProblem[]) => string | undefined;
  readonly onChange: (pattern: Pattern) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Every so many days, weeks or months, and on which of their days. */
export function PatternFields({ pattern, errorOf, onChange }: PatternFieldsProps) {
  const { every, interval } = pattern;
  return (
    <div className={css['stack']}>
      <div className={css['pair']}>
        <Select<Pattern['every']>
          label={t('assign.rule.repeats')}
          value={every}
          options={(['day', 'week', 'month'] as const).map((value) => ({
            value,
            label: t(`assign.rule.every.${value}`),
          }))}
          onChange={(next) => onChange(patternWith(next, interval))}
        />
        <NumberField
          label={t('assign.rule.interval')}
          value={interval}
          min={1}
          max={366}
          suffix={t(`assign.rule.unit.${every}`)}
          error={errorOf('interval-out-of-range')}
          onChange={(next) => onChange({ ...pattern, interval: next ?? 0 })}
        />
      </div>
      {pattern.every === 'week' && (
        <fieldset className={css['weekdays']}>
          <legend className={css['legend']}>{t('assign.rule.weekdays')}</legend>
          <div className={css['days']}>
            {WEEKDAYS.map((weekday) => (
              <Checkbox
                key={weekday}
                label={weekdayName(weekday)}
                checked={pattern.weekdays.includes(weekday)}
                onChange={(isOn) =>
                  onChange({ ...pattern, weekdays: toggled(pattern.weekdays, weekday, isOn) })
                }
              />
            ))}
          </div>
          {errorOf('weekdays-missing') && (
            <p className={css['error']}>{errorOf('weekdays-missing')}</p>
          )}
        </fieldset>
      )}
      {pattern.every === 'month' && (
        <MonthFields
          place={pattern.place}
          error={errorOf('date-out-of-range')}
          onChange={(place) => onChange({ ...pattern, place })}
        />
      )}
    </div>
  );
}

interface MonthFieldsProps {
  readonly place: MonthPlace;
  readonly error: string | undefined;
  readonly onChange: (place: MonthPlace) => void;
}

function MonthFields({ place, error, onChange }: MonthFieldsProps) {
  return (
    <div className={css['pair']}>
      <Select<MonthPlace['kind']>
        label={t('assign.rule.monthOn')}
        value={place.kind}
        options={(['date', 'last', 'weekday'] as const).map((value) => ({
          value,
          label: t(`assign.rule.place.${value}`),
        }))}
        onChange={(kind) => onChange(placeOfKind(kind))}
      />
      {place.kind === 'date' && (
        <NumberField
          label={t('assign.rule.monthDate')}
          value={place.date}
          min={1}
          max={31}
          error={error}
          onChange={(date) => onChange({ kind: 'date', date: date ?? 0 })}
        />
      )}
      {place.kind === 'weekday' && (
        <Select
          label={t('assign.rule.monthWeekday')}
          value={`${place.ordinal}/${place.weekday}`}
          options={ORDINALS.flatMap((ordinal) =>
            WEEKDAYS.map((weekday) => ({
              value: `${ordinal}/${weekday}`,
              label: t('assign.rule.weekday', {
                ordinal: t(`assign.rule.ordinal.${ordinalName(ordinal)}`),
                weekday: weekdayName(weekday, 'long'),
              }),
            })),
          )}
          onChange={(chosen) => {
            const [ordinal = 1, weekday = 1] = chosen.split('/').map(Number);
            onChange({ kind: 'weekday', ordinal, weekday });
          }}
        />
      )}
    </div>
  );
}

function patternWith(every: Pattern['every'], interval: number): Pattern {
  switch (every) {
    case 'day':
      return { every, interval };
    case 'week':
      return { every, interval, weekdays: [1] };
    case 'month':
      return { every, interval, place: { kind: 'last' } };
  }
}

function placeOfKind(kind: MonthPlace['kind']): MonthPlace {
  switch (kind) {
    case 'date':
      return { kind, date: 1 };
    case 'last':
      return { kind };
    case 'weekday':
      return { kind, ordinal: 1, weekday: 1 };
  }
}

const toggled = (weekdays: readonly number[], weekday: number, isOn: boolean): readonly number[] =>
  (isOn ? [...weekdays, weekday] : weekdays.filter((each) => each !== weekday)).toSorted();
