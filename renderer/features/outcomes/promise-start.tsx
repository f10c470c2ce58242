import type { DayKey } from '#shared/day';
import { FIRST_DAY, isDayKey } from '#shared/day';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './promise-fields.module.css';

interface PromiseStartProps {
  readonly fromDay: DayKey;
  readonly today: DayKey;
  readonly error: string | undefined;
  readonly onChange: (fromDay: DayKey) => void;
}

/** From which day a changed promise holds: what was asked for before stays measured as it was. */
export function PromiseStart({ fromDay, today, error, onChange }: PromiseStartProps) {
  const isAlways = fromDay === FIRST_DAY;
  return (
    <div className={css['start']}>
      <Select
        label={t('outcomes.promise.from')}
        value={isAlways ? 'always' : 'day'}
        onChange={(choice) => onChange(choice === 'always' ? FIRST_DAY : today)}
        options={[
          { value: 'day', label: t('outcomes.promise.fromDay') },
          { value: 'always', label: t('outcomes.promise.fromAlways') },
        ]}
      />
      {!isAlways && (
        <TextField
          type="date"
          label={t('outcomes.promise.day')}
          value={fromDay}
          error={error}
          onChange={onChange}
        />
      )}
      <p className={css['startNote']} data-tone={isAlways ? 'warn' : undefined}>
        {isAlways
          ? t('outcomes.promise.alwaysWarns')
          : isDayKey(fromDay) &&
            t('outcomes.promise.dayKept', { day: formatDay(fromDay, 'dated') })}
      </p>
    </div>
  );
}
