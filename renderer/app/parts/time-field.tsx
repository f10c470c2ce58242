import '../../i18n/view-words.ts';
import { useState } from 'react';
import { minuteOfTime, timeOfMinute } from '#shared/plan/weekly-hours';
import { t } from '../../i18n/text.ts';
import { TextField } from '../../ui/text-field.tsx';

interface TimeFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** How far the arrow keys go. */
const STEP_MINUTES = 15;
const DAY_MINUTES = 1440;

/** On the 24 hour clock, as times read everywhere here. What is no time is said to be wrong once it is left. */
export function TimeField({ label, isLabelHidden, minute, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wasLeft, setWasLeft] = useState(false);
  const isWrong = typed !== null && minuteOfTime(typed) === null;
  const step = (by: number) => {
    setTyped(null);
    onChange((minute + by + DAY_MINUTES) % DAY_MINUTES);
  };
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      value={typed ?? timeOfMinute(minute)}
      error={isWrong && wasLeft ? t('calendars.week.timeWrong') : undefined}
      onChange={(next) => {
        setTyped(next);
        setWasLeft(false);
        const read = minuteOfTime(next);
        if (read !== null) onChange(read);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? STEP_MINUTES : -STEP_MINUTES);
      }}
      onBlur={() => {
        setWasLeft(true);
        if (!isWrong) setTyped(null);
      }}
      maxLength={5}
    />
  );
}
