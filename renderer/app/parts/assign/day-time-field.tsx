import { useState } from 'react';
import { dayIn, isDayKey } from '#shared/day';
import { MINUTE_MS, instantOfLocal, localMidnightMs } from '#shared/worktime/zone-offset';
import { formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { TextField } from '../../../ui/text-field.tsx';
import css from './assign.module.css';

interface DayTimeFieldProps {
  /** UTC ms; null while a date is missing. */
  readonly valueMs: number | null;
  /** IANA zone in which date and time are typed. */
  readonly zone: string;
  /** `hh:mm` for a date without a time. */
  readonly timeOtherwise: string;
  readonly error?: string | undefined;
  readonly onChange: (valueMs: number | null) => void;
}

/** A date and a time of day on the wall clock of a zone. What is typed stays while the zone changes. */
export function DayTimeField({ valueMs, zone, timeOtherwise, error, onChange }: DayTimeFieldProps) {
  const [day, setDay] = useState(valueMs === null ? '' : dayIn(zone, valueMs));
  const [time, setTime] = useState(valueMs === null ? '' : formatTime(valueMs, zone));
  const change = (nextDay: string, nextTime: string): void => {
    setDay(nextDay);
    setTime(nextTime);
    onChange(isDayKey(nextDay) ? instantAt(zone, nextDay, nextTime || timeOtherwise) : null);
  };
  return (
    <div className={css['dayTime']}>
      <TextField
        label={t('assign.form.date')}
        type="date"
        value={day}
        error={error}
        onChange={(next) => change(next, time)}
      />
      <TextField
        label={t('assign.form.time')}
        type="time"
        value={time}
        isDisabled={day === ''}
        onChange={(next) => change(day, next)}
      />
    </div>
  );
}

function instantAt(zone: string, day: string, time: string): number {
  return instantOfLocal(zone, localMidnightMs(day) + minutesOf(time) * MINUTE_MS);
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
