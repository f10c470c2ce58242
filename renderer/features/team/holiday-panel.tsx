import { CalendarPlus, X } from 'lucide-react';
import { useState } from 'react';
import { isDayKey } from '#shared/day';
import type { DayKey } from '#shared/day';
import { yearToAdd } from '#shared/plan/calendar-draft';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import { isPlanDay } from '#shared/plan/plan-limits';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './holiday-panel.module.css';
import { HolidayPicker } from './holiday-picker.tsx';

export type DaysOff = Pick<CalendarDraft, 'holidays' | 'holidayNames' | 'holidaySource'>;

interface HolidayPanelProps {
  readonly daysOff: DaysOff;
  readonly today: DayKey;
  readonly onChange: (daysOff: DaysOff) => void;
}

/** Days on which nothing is asked for: national ones by name, and one's own. */
export function HolidayPanel({ daysOff, today, onChange }: HolidayPanelProps) {
  const { holidays, holidayNames, holidaySource } = daysOff;
  const [isPicking, setIsPicking] = useState(false);
  const years = [...new Set(holidays.map(yearOf))].toSorted();
  const [asked, setAsked] = useState(yearOf(today));
  const year = years.includes(asked) ? asked : (years.at(-1) ?? asked);
  const missing = yearToAdd(holidaySource, today);
  const remove = (day: DayKey) =>
    onChange({ ...daysOff, holidays: holidays.filter((other) => other !== day) });
  return (
    <div className={css['panel']}>
      {missing !== null && (
        <Callout
          tone="warn"
          title={t('calendars.holidays.missing', { year: String(missing) })}
          action={
            <Button size="sm" onClick={() => setIsPicking(true)}>
              {t('calendars.holidays.addYear', { year: String(missing) })}
            </Button>
          }
        />
      )}
      <div className={css['acts']}>
        <Button
          size="sm"
          icon={<CalendarPlus size={14} aria-hidden />}
          onClick={() => setIsPicking(true)}
        >
          {t('calendars.holidays.pick')}
        </Button>
        {years.length > 1 && (
          <Segmented
            size="sm"
            label={t('calendars.holidays.year')}
            value={year}
            onChange={setAsked}
            options={years.slice(-4).map((each) => ({ value: each, label: each }))}
          />
        )}
      </div>
      {holidays.length === 0 ? (
        <p className={css['none']}>{t('calendars.holidays.none')}</p>
      ) : (
        <ul className={css['days']} aria-label={t('calendars.holidays.list', { year })}>
          {holidays
            .filter((day) => yearOf(day) === year)
            .map((day) => (
              <li key={day} data-past={day < today || undefined}>
                <span className={css['day']}>{formatDay(day)}</span>
                <span className={css['name']}>{holidayNames[day] ?? ''}</span>
                <IconButton
                  size="sm"
                  label={t('calendars.holidays.remove', { day: formatDay(day, 'dated') })}
                  icon={<X size={12} aria-hidden />}
                  onClick={() => remove(day)}
                />
              </li>
            ))}
        </ul>
      )}
      <OwnDay
        onAdd={(day, name) => {
          setAsked(yearOf(day));
          onChange({
            ...daysOff,
            holidays: [...new Set([...holidays, day])].toSorted(),
            holidayNames: name === '' ? holidayNames : { ...holidayNames, [day]: name },
          });
        }}
      />
      {isPicking && (
        <HolidayPicker
          daysOff={daysOff}
          today={today}
          onApply={(next) => {
            onChange(next);
            setIsPicking(false);
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </div>
  );
}

/** A day off that no law names. */
function OwnDay({ onAdd }: { readonly onAdd: (day: DayKey, name: string) => void }) {
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const isBeyond = isDayKey(day) && !isPlanDay(day);
  const isReady = isDayKey(day) && !isBeyond;
  return (
    <form
      className={css['own']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAdd(day, name.trim());
        setDay('');
        setName('');
      }}
    >
      <TextField
        type="date"
        label={t('calendars.holidays.own')}
        value={day}
        error={isBeyond ? t('calendars.problem.holiday-beyond') : undefined}
        onChange={setDay}
      />
      <TextField
        label={t('calendars.holidays.ownName')}
        value={name}
        onChange={setName}
        maxLength={80}
      />
      <Button type="submit" isDisabled={!isReady}>
        {t('calendars.holidays.add')}
      </Button>
    </form>
  );
}

const yearOf = (day: DayKey): string => day.slice(0, 4);
