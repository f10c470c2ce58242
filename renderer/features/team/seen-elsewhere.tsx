import { dayIn } from '#shared/day';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import { nextShiftOf } from '#shared/plan/shift-elsewhere';
import { formatDay, formatPlace, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './week-editor.module.css';

interface SeenElsewhereProps {
  readonly draft: CalendarDraft;
  /** Where those are who work by the calendar. */
  readonly zones: readonly string[];
  readonly nowMs: number;
}

/** When the next shift is on the clocks of those who work it elsewhere: a client's day is their night. */
export function SeenElsewhere({ draft, zones, nowMs }: SeenElsewhereProps) {
  const elsewhere = [...new Set(zones)].filter((zone) => zone !== draft.timeZone);
  const shift = nextShiftOf(draft, dayIn(draft.timeZone, nowMs));
  if (!shift || elsewhere.length === 0) return null;
  return (
    <p className={css['elsewhere']}>
      {elsewhere
        .map((zone) =>
          t('calendars.week.elsewhere', {
            zone: formatPlace(zone),
            day: formatDay(dayIn(zone, shift.fromMs)),
            from: formatTime(shift.fromMs, zone),
            to: formatTime(shift.toMs, zone),
          }),
        )
        .join(' · ')}
    </p>
  );
}
