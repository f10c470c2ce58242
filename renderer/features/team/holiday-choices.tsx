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

/** The days by year, public ones first ticked; what only some keep can be ticked as well. */
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
  return years.map((year) => (
    <section key={year} className={css['year']} aria-label={year}>
      <h3 className={css['yearName']}>{year}</h3>
      <ul className={css['choices']}>
        {offered
          .filter(({ day }) => day.startsWith(year))
          .map(({ day, name, isPublic }) => (
            <li key={day}>
              <Checkbox
                label={`${formatDay(day)} ${name}`}
                description={isPublic ? undefined : t('calendars.holidays.some')}
                checked={isTicked(day)}
                onChange={(isOn) => onTick(day, isOn)}
              />
            </li>
          ))}
      </ul>
    </section>
  ));
}
