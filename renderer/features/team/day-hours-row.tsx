import { useState } from 'react';
import { hoursProblem, minuteOfTime, timeOfMinute } from '#shared/plan/weekly-hours';
import type { DayHours } from '#shared/plan/weekly-hours';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './hours-dialog.module.css';

interface DayHoursRowProps {
  readonly day: DayHours;
  readonly onChange: (day: DayHours) => void;
}

/** One weekday: worked or not, from, to, and a break. */
export function DayHoursRow({ day, onChange }: DayHoursRowProps) {
  const name = t(`team.hours.weekday.${weekdayKey(day.weekday)}`);
  const problem = hoursProblem(day);
  const change = (part: Partial<DayHours>) => onChange({ ...day, ...part });
  return (
    <div className={css['row']} role="group" aria-label={name}>
      <Checkbox label={name} checked={day.isWorked} onChange={(isWorked) => change({ isWorked })} />
      {day.isWorked ? (
        <>
          <TimeField
            label={t('team.hours.fromOn', { day: name })}
            minute={day.fromMinute}
            onChange={(fromMinute) => change({ fromMinute })}
          />
          <TimeField
            label={t('team.hours.toOn', { day: name })}
            minute={day.toMinute}
            onChange={(toMinute) => change({ toMinute })}
          />
          <Checkbox
            label={t('team.hours.hasBreak')}
            checked={day.hasBreak}
            onChange={(hasBreak) => change({ hasBreak })}
          />
          {day.hasBreak && (
            <>
              <TimeField
                label={t('team.hours.breakFromOn', { day: name })}
                minute={day.breakFromMinute}
                onChange={(breakFromMinute) => change({ breakFromMinute })}
              />
              <TimeField
                label={t('team.hours.breakToOn', { day: name })}
                minute={day.breakToMinute}
                onChange={(breakToMinute) => change({ breakToMinute })}
              />
            </>
          )}
          {problem ? (
            <p role="alert" className={css['wrong']}>
              {t(`team.hours.problem.${problem}`)}
            </p>
          ) : (
            day.toMinute < day.fromMinute && (
              <p className={css['note']}>{t('team.hours.overMidnight')}</p>
            )
          )}
        </>
      ) : (
        <p className={css['note']}>{t('team.hours.dayOff')}</p>
      )}
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** On the 24 hour clock, as times read everywhere here. What is no time is said to be wrong once it is left. */
function TimeField({ label, minute, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wasLeft, setWasLeft] = useState(false);
  const isWrong = typed !== null && minuteOfTime(typed) === null;
  return (
    <TextField
      label={label}
      isLabelHidden
      value={typed ?? timeOfMinute(minute)}
      error={isWrong && wasLeft ? t('team.hours.timeWrong') : undefined}
      onChange={(next) => {
        setTyped(next);
        setWasLeft(false);
        const read = minuteOfTime(next);
        if (read !== null) onChange(read);
      }}
      onBlur={() => {
        setWasLeft(true);
        if (!isWrong) setTyped(null);
      }}
      maxLength={5}
    />
  );
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const weekdayKey = (weekday: number): (typeof WEEKDAYS)[number] => WEEKDAYS[weekday - 1] ?? 'mon';
