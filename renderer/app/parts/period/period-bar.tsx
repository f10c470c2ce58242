import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { DayKey } from '#shared/day';
import { PERIOD_KINDS } from '#shared/metrics/period';
import type { DayRange } from '#shared/metrics/period';
import { useState } from 'react';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './period-bar.module.css';
import type { PeriodChoice } from './period-choice.ts';
import { isPlausibleDay, isUsableRange, shifted, withKind } from './period-choice.ts';

interface PeriodBarProps<T extends PeriodChoice> {
  readonly choice: T;
  /** Whether anybody's days can differ from the members' own. */
  readonly hasClients: boolean;
  readonly shown: DayRange;
  readonly today: DayKey;
  readonly onChange: (choice: T) => void;
}

/** Which days are looked at: a kind of period, the one before and the one after. */
export function PeriodBar<T extends PeriodChoice>({
  choice,
  hasClients,
  shown,
  today,
  onChange,
}: PeriodBarProps<T>) {
  const { kind } = choice;
  const isNowShown = shown.fromDay <= today && today <= shown.toDay;
  return (
    <div className={css['bar']} role="group" aria-label={t('overview.period.label')}>
      {kind === 'custom' && (
        <FreeDays range={shown} onChange={(range) => onChange({ ...choice, range })} />
      )}
      {kind !== 'all' && kind !== 'custom' && !isNowShown && (
        <Button
          variant="quiet"
          onClick={() => onChange(withKind(choice, kind, { fromDay: today, toDay: today }, today))}
        >
          {t('overview.period.now')}
        </Button>
      )}
      <div className={css['steps']}>
        <IconButton
          label={t('overview.period.previous')}
          icon={<ChevronLeft size={16} aria-hidden />}
          isDisabled={kind === 'all'}
          onClick={() => onChange(shifted(choice, -1))}
        />
        <IconButton
          label={t('overview.period.next')}
          icon={<ChevronRight size={16} aria-hidden />}
          isDisabled={kind === 'all' || shown.toDay >= today}
          onClick={() => onChange(shifted(choice, 1))}
        />
      </div>
      {hasClients && (
        <Segmented
          label={t('overview.period.daysBy')}
          value={choice.daysBy}
          onChange={(daysBy) => onChange({ ...choice, daysBy })}
          options={[
            { value: 'member', label: t('overview.period.daysByMember') },
            { value: 'client', label: t('overview.period.daysByClient') },
          ]}
        />
      )}
      <Segmented
        label={t('overview.period.label')}
        value={kind}
        onChange={(next) => onChange(withKind(choice, next, shown, today))}
        options={PERIOD_KINDS.map((value) => ({ value, label: t(`overview.period.${value}`) }))}
      />
    </div>
  );
}

interface FreeDaysProps {
  readonly range: DayRange;
  readonly onChange: (range: DayRange) => void;
}

/** Two dates; a range in the wrong order is shown as wrong and not looked up. */
function FreeDays({ range, onChange }: FreeDaysProps) {
  const [given, setGiven] = useState(range);
  const [typed, setTyped] = useState(range);
  if (given.fromDay !== range.fromDay || given.toDay !== range.toDay) {
    setGiven(range);
    setTyped(range);
  }
  const { fromDay, toDay } = typed;
  const change = (next: DayRange) => {
    setTyped(next);
    if (isUsableRange(next)) onChange(next);
  };
  const isWrong = isPlausibleDay(fromDay) && isPlausibleDay(toDay) && fromDay > toDay;
  return (
    <div className={css['dates']}>
      {isWrong && <p className={css['wrong']}>{t('overview.period.wrongOrder')}</p>}
      <TextField
        type="date"
        label={t('overview.period.from')}
        isLabelHidden
        value={fromDay}
        onChange={(day) => change({ fromDay: day, toDay })}
      />
      <span aria-hidden>–</span>
      <TextField
        type="date"
        label={t('overview.period.to')}
        isLabelHidden
        value={toDay}
        onChange={(day) => change({ fromDay, toDay: day })}
      />
    </div>
  );
}
