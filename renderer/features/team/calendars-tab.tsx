import { dayIn } from '#shared/day';
import type { Calendar } from '#shared/plan/calendar';
import { yearToAdd } from '#shared/plan/calendar-draft';
import { versionProblems } from '#shared/plan/hours-problems';
import { minutesOf, versionOn, weekOf } from '#shared/plan/weekly-hours';
import type { Plan } from '../../data/plan.ts';
import { formatNumber, formatPlace } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { clockOf } from '../../services/work-clocks.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import css from './calendars-tab.module.css';
import { isUsed, userNames, usersOf } from './calendar-users.ts';
import { ZoneNow } from './zone-now.tsx';

interface CalendarsTabProps {
  readonly plan: Plan;
  readonly nowMs: number;
  readonly areArchivedShown: boolean;
}

interface CalendarRow {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly weekMinutes: number;
  readonly daysOffCount: number;
  readonly problem: string | null;
  readonly missingYear: number | null;
  readonly names: string;
}

/** Every calendar: where, how long a week, who works by it. */
export function CalendarsTab({ plan, nowMs, areArchivedShown }: CalendarsTabProps) {
  const shown = plan.calendars.filter(({ isArchived }) => areArchivedShown || !isArchived);
  const rows = shown.map((calendar) => rowOf(calendar, plan, nowMs));
  return (
    <DataTable
      label={t('calendars.title')}
      rows={rows}
      rowKey={({ calendar }) => calendar.id}
      columns={columnsAt(nowMs)}
      onOpen={({ calendar }) => openCalendar(calendar.id)}
      empty={
        <EmptyState
          title={t('calendars.empty.title')}
          text={t('calendars.empty.text')}
          action={<Button onClick={() => openCalendar('new')}>{t('calendars.add')}</Button>}
        />
      }
    />
  );
}

export const openCalendar = (calendarId: string): void =>
  go('team', { tab: 'calendars', calendarId });

function rowOf(calendar: Calendar, plan: Plan, nowMs: number): CalendarRow {
  const zone = calendar.versions.at(-1)?.timeZone ?? 'UTC';
  const today = dayIn(zone, nowMs);
  const held = versionOn(calendar, today);
  const problems = held ? versionProblems(held) : (['no-hours'] as const);
  const users = usersOf(plan, calendar.id);
  return {
    calendar,
    zone: held?.timeZone ?? zone,
    weekMinutes: minutesOf(weekOf(held?.shifts ?? [])),
    daysOffCount: held?.holidays.filter((day) => day >= today).length ?? 0,
    problem: problems[0] ? t(`calendars.problem.${problems[0]}`) : null,
    missingYear: yearToAdd(calendar.holidaySource, today),
    names: isUsed(users) ? userNames(users) : '',
  };
}

const columnsAt = (nowMs: number): readonly Column<CalendarRow>[] => [
  {
    key: 'name',
    header: t('calendars.column.name'),
    width: '2fr',
    render: ({ calendar, problem }) => (
      <span className={css['name']}>
        <span className={css['text']}>{calendar.name || t('calendars.unnamed')}</span>
        {calendar.isArchived && <Badge>{t('calendars.archived')}</Badge>}
        {problem && <Badge tone="bad">{problem}</Badge>}
      </span>
    ),
    sortValue: ({ calendar }) => calendar.name,
  },
  {
    key: 'zone',
    header: t('calendars.column.zone'),
    width: 132,
    render: ({ zone }) => <span data-tooltip={zone}>{formatPlace(zone)}</span>,
    sortValue: ({ zone }) => formatPlace(zone),
  },
  {
    key: 'now',
    header: t('calendars.column.now'),
    width: 128,
    render: ({ calendar, zone }) => {
      const isOpen = clockOf(calendar).isOpen(nowMs);
      return (
        <>
          <ZoneNow zone={zone} nowMs={nowMs} isOpen={isOpen} />
          <span className={css['more']}>
            {isOpen ? t('calendars.open') : t('calendars.closed')}
          </span>
        </>
      );
    },
  },
  {
    key: 'week',
    header: t('calendars.column.week'),
    width: 84,
    align: 'end',
    render: ({ weekMinutes }) =>
      t('calendars.week.hours', { hours: formatNumber(weekMinutes / 60) }),
    sortValue: ({ weekMinutes }) => weekMinutes,
  },
  {
    key: 'daysOff',
    header: t('calendars.column.daysOff'),
    width: 176,
    render: ({ daysOffCount, missingYear }) => (
      <>
        {daysOffCount > 0 ? (
          t('calendars.daysOffAhead', { count: daysOffCount })
        ) : (
          <span className={css['faint']}>{t('calendars.daysOffNone')}</span>
        )}
        {missingYear !== null && (
          <span className={css['missing']}>
            {t('calendars.holidays.missingShort', { year: String(missingYear) })}
          </span>
        )}
      </>
    ),
    sortValue: ({ daysOffCount }) => daysOffCount,
  },
  {
    key: 'use',
    header: t('calendars.column.use'),
    width: '3fr',
    render: ({ names }) =>
      names === '' ? (
        <span className={css['faint']}>{t('calendars.unused')}</span>
      ) : (
        <span className={css['text']} data-tooltip={names}>
          {names}
        </span>
      ),
    sortValue: ({ names }) => names,
  },
  {
    key: 'versions',
    header: t('calendars.column.versions'),
    width: 76,
    align: 'end',
    render: ({ calendar }) => calendar.versions.length,
    sortValue: ({ calendar }) => calendar.versions.length,
  },
];
