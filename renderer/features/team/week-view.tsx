import type { DayDraft } from '#shared/plan/weekly-hours';
import { DayBars } from './day-bars.tsx';
import { HourScale } from './hour-scale.tsx';
import css from './week-editor.module.css';
import { dayWords, hoursWords, weekdayName } from './week-words.ts';

interface WeekViewProps {
  readonly week: readonly DayDraft[];
}

/** A week to look at: hours that others keep, or that held once. */
export function WeekView({ week }: WeekViewProps) {
  return (
    <div className={css['week']} data-bars data-still>
      <div className={css['head']}>
        <HourScale />
      </div>
      {week.map((day, at) => (
        <div key={day.weekday} className={css['row']}>
          <span>{weekdayName(day.weekday)}</span>
          <span className={day.shifts.length === 0 ? css['off'] : undefined}>{dayWords(day)}</span>
          <DayBars day={day} before={week[(at + 6) % 7]} />
          <span className={css['sum']}>{day.shifts.length > 0 && hoursWords([day])}</span>
        </div>
      ))}
    </div>
  );
}
