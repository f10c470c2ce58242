import type { DayKey } from '#shared/day';
import type { NamedDay } from '#shared/plan/holiday-sets';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import css from './holiday-picker.module.css';

interface HolidayChoicesProps {
  readonly offered: readonly NamedDay[];
  readonly isCountryChosen: boolean;
  readonly isTicked: (day: DayKey) => boolean;
  readonly onTick: (day: DayKey, isOn: boolean) => void;
}

/** The days by year: public ones, which come ticked, and below them what only some keep. */
export function HolidayChoices({
  offered,
  isCountryChosen,
  isTicked,
  onTick,
}: HolidayChoicesProps) {
  if (offered.length === 0) {
    return (
      <p className={css['none']}>
        {isCountryChosen ? t('calendars.holidays.noneOffered') : t('calendars.holidays.noCountry')}
      </p>
    );
  }
  const years = [...new Set(offered.map(({ day }) => day.slice(0, 4)))];
  return years.map((year) => {
    const ofYear = offered.filter(({ day }) => day.startsWith(year));
    const others = ofYear.filter(({ isPublic }) => !isPublic);
    return (
      <section key={year} className={css['year']} aria-label={year}>
        <h3 className={css['yearName']}>{year}</h3>
        <Ticks
          days={ofYear.filter(({ isPublic }) => isPublic)}
          isTicked={isTicked}
          onTick={onTick}
        />
        {others.length > 0 && (
          <>
            <h4 className={css['some']}>{t('calendars.holidays.some')}</h4>
            <Ticks days={others} isTicked={isTicked} onTick={onTick} />
          </>
        )}
      </section>
    );
  });
}

interface TicksProps extends Pick<HolidayChoicesProps, 'isTicked' | 'onTick'> {
  readonly days: readonly NamedDay[];
}

const Ticks = ({ days, isTicked, onTick }: TicksProps) => (
  <ul className={css['choices']}>
    {days.map(({ day, name }) => (
      <li key={day}>
        <Checkbox
          label={`${formatDay(day)} · ${name}`}
          checked={isTicked(day)}
          onChange={(isOn) => onTick(day, isOn)}
        />
      </li>
    ))}
  </ul>
);
