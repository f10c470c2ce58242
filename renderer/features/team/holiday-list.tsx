import { X } from 'lucide-react';
import { useState } from 'react';
import { isDayKey } from '#shared/day';
import type { DayKey } from '#shared/day';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './hours-dialog.module.css';

interface HolidayListProps {
  readonly holidays: readonly DayKey[];
  readonly onChange: (holidays: readonly DayKey[]) => void;
}

/** Days on which nothing is asked for. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const [day, setDay] = useState('');
  const add = () => {
    if (!isDayKey(day)) return;
    onChange([...new Set([...holidays, day])].toSorted());
    setDay('');
  };
  return (
    <section className={css['holidays']} aria-label={t('team.hours.holidays')}>
      <div className={css['add']}>
        <TextField
          type="date"
          label={t('team.hours.holidayAdd')}
          value={day}
          onChange={setDay}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        />
        <Button isDisabled={!isDayKey(day)} onClick={add}>
          {t('team.hours.holidayAddButton')}
        </Button>
      </div>
      {holidays.length === 0 ? (
        <p className={css['note']}>{t('team.hours.holidaysNone')}</p>
      ) : (
        <ul className={css['days']}>
          {holidays.map((each) => (
            <li key={each}>
              {formatDay(each, 'dated')}
              <IconButton
                size="sm"
                label={t('team.hours.holidayRemove', { day: formatDay(each, 'dated') })}
                icon={<X size={12} aria-hidden />}
                onClick={() => onChange(holidays.filter((other) => other !== each))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
