import { dayIn, isDayKey } from '#shared/day';
import { instantOfLocal, localMidnightMs } from '#shared/worktime/zone-offset';
import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { TextField } from '../../ui/text-field.tsx';
import css from './entry-form.module.css';

interface MomentFieldProps {
  readonly label: string;
  /** UTC ms; null where it is not known. */
  readonly valueMs: number | null;
  /** IANA zone in which date and time are typed. */
  readonly zone: string;
  readonly onChange: (valueMs: number | null) => void;
}

const MINUTE_MS = 60_000;
const NOON_MINUTES = 12 * 60;

/** A date and a time of day as the member's wall shows them. Clearing the date clears both. */
export function MomentField({ label, valueMs, zone, onChange }: MomentFieldProps) {
  const day = valueMs === null ? '' : dayIn(zone, valueMs);
  const time = valueMs === null ? '' : formatTime(valueMs, zone);
  const set = (nextDay: string, nextTime: string): void => {
    if (!isDayKey(nextDay)) onChange(null);
    else onChange(instantOfLocal(zone, localMidnightMs(nextDay) + minutesOf(nextTime) * MINUTE_MS));
  };
  return (
    <fieldset className={css['moment']}>
      <legend className={css['legend']}>{label}</legend>
      <TextField
        label={t('log.form.date', { label })}
        isLabelHidden
        type="date"
        value={day}
        onChange={(next) => set(next, time)}
      />
      <TextField
        label={t('log.form.time', { label })}
        isLabelHidden
        type="time"
        value={time}
        isDisabled={day === ''}
        onChange={(next) => set(day, next)}
      />
    </fieldset>
  );
}

function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? NOON_MINUTES : Number(hours) * 60 + Number(minutes);
}
