import { useMemo, useState } from 'react';
import type { DayKey } from '#shared/day';
import { yearToAdd } from '#shared/plan/calendar-draft';
import { holidayCountries, holidayStates } from '#shared/plan/holiday-sets';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { HolidayChoices } from './holiday-choices.tsx';
import css from './holiday-picker.module.css';
import type { HolidayPickerProps } from './holiday-picker.tsx';
import { chosenDays, offeredDays } from './picked-holidays.ts';

/** A country's holidays of some years, each of which can be left out. */
export function HolidayPickerDialog({ daysOff, today, onApply, onClose }: HolidayPickerProps) {
  const held = daysOff.holidaySource;
  const thisYear = Number(today.slice(0, 4));
  const [country, setCountry] = useState(held?.country ?? '');
  const [state, setState] = useState(held?.state ?? '');
  const [years, setYears] = useState<readonly number[]>(() => [yearToAdd(held, today) ?? thisYear]);
  const [changed, setChanged] = useState<ReadonlyMap<DayKey, boolean>>(new Map());
  const offered = useMemo(() => offeredDays({ country, state, years }), [country, state, years]);
  const countries = useMemo(() => holidayCountries().map(asOption), []);
  const isTicked = (day: DayKey): boolean => {
    const isHeld = daysOff.holidays.includes(day);
    const isNew = held?.country !== country || !held.years.includes(Number(day.slice(0, 4)));
    const isPublic = offered.find((each) => each.day === day)?.isPublic === true;
    return changed.get(day) ?? (isHeld || (isNew && isPublic));
  };
  const chosen = offered.filter(({ day }) => isTicked(day));
  const states = useMemo(() => holidayStates(country).map(asOption), [country]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('calendars.holidays.title')}
      description={t('calendars.holidays.text')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={offered.length === 0}
            onClick={() => onApply(chosenDays(daysOff, { country, state, years }, offered, chosen))}
          >
            {t('calendars.holidays.use', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <div className={css['where']}>
          <Combobox
            label={t('calendars.holidays.country')}
            placeholder={t('calendars.holidays.countryPlaceholder')}
            value={country}
            onChange={(next) => {
              setCountry(next ?? '');
              setState('');
              setChanged(new Map());
            }}
            options={countries}
          />
          {states.length > 0 && (
            <Select
              label={t('calendars.holidays.state')}
              value={state}
              onChange={setState}
              options={[{ value: '', label: t('calendars.holidays.wholeCountry') }, ...states]}
            />
          )}
        </div>
        <div className={css['years']} role="group" aria-label={t('calendars.holidays.years')}>
          {[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((year) => (
            <Checkbox
              key={year}
              label={String(year)}
              checked={years.includes(year)}
              onChange={(isOn) =>
                setYears(isOn ? [...years, year].toSorted() : years.filter((each) => each !== year))
              }
            />
          ))}
        </div>
        <HolidayChoices
          offered={offered}
          isCountryChosen={country !== ''}
          isTicked={isTicked}
          onTick={(day, isOn) => setChanged(new Map([...changed, [day, isOn]]))}
        />
        <p className={css['source']}>{t('calendars.holidays.source')}</p>
      </div>
    </Dialog>
  );
}

const asOption = ({ code, name }: { readonly code: string; readonly name: string }) => ({
  value: code,
  label: name,
});
