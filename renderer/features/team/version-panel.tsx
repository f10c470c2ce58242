import type { DayKey } from '#shared/day';
import { FIRST_DAY } from '#shared/day';
import type { Calendar, CalendarVersion } from '#shared/plan/calendar';
import { versionOn, weekOf } from '#shared/plan/weekly-hours';
import { formatDay, formatPlace } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { removeVersion } from '../../services/calendars.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import css from './version-panel.module.css';
import { WeekView } from './week-view.tsx';
import { hoursWords } from './week-words.ts';

interface VersionPanelProps {
  readonly calendar: Calendar;
  readonly today: DayKey;
  /** Editing another version would lose what is typed. */
  readonly isDirty: boolean;
  /** The version in sight beside the one that is edited. */
  readonly shownFrom: DayKey | null;
  readonly onShow: (fromDay: DayKey | null) => void;
  readonly onEdit: (fromDay: DayKey) => void;
}

/** Every version, the latest first: what was measured under one is never moved by another. */
export function VersionPanel({
  calendar,
  today,
  isDirty,
  shownFrom,
  onShow,
  onEdit,
}: VersionPanelProps) {
  const held = versionOn(calendar, today);
  const remove = async (fromDay: DayKey) => {
    announceSaved(t('calendars.versions.removed'), await removeVersion(calendar, fromDay));
  };
  return (
    <ol className={css['versions']}>
      {calendar.versions.toReversed().map((version) => {
        const { fromDay } = version;
        const isShown = fromDay === shownFrom;
        const isComing = fromDay > today;
        return (
          <li key={fromDay}>
            <div className={css['line']}>
              <button
                type="button"
                className={css['from']}
                aria-expanded={isShown}
                onClick={() => onShow(isShown ? null : fromDay)}
              >
                {fromWords(fromDay)}
              </button>
              {fromDay === held?.fromDay && (
                <Badge tone="accent">{t('calendars.versions.now')}</Badge>
              )}
              {isComing && <Badge>{t('calendars.versions.coming')}</Badge>}
              <span className={css['about']}>{aboutWords(version)}</span>
              {isComing && (
                <span className={css['acts']}>
                  <Button
                    size="sm"
                    variant="quiet"
                    isDisabled={isDirty}
                    onClick={() => onEdit(fromDay)}
                  >
                    {t('calendars.versions.edit')}
                  </Button>
                  <Button size="sm" variant="quiet" onClick={() => void remove(fromDay)}>
                    {t('calendars.versions.remove')}
                  </Button>
                </span>
              )}
            </div>
            {isShown && <WeekView week={weekOf(version.shifts)} />}
          </li>
        );
      })}
    </ol>
  );
}

const fromWords = (fromDay: DayKey): string =>
  fromDay === FIRST_DAY
    ? t('calendars.versions.always')
    : t('calendars.versions.from', { day: formatDay(fromDay, 'dated') });

const aboutWords = ({ timeZone, shifts, holidays }: CalendarVersion): string =>
  [
    formatPlace(timeZone),
    hoursWords(weekOf(shifts)),
    t('calendars.daysOff', { count: holidays.length }),
  ].join(' · ');
