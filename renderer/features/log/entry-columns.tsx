import type { DayKey } from '#shared/day';
import { dayIn } from '#shared/day';
import { stageOf } from '#shared/deliverables/deliverable';
import type { Stage } from '#shared/deliverables/deliverable';
import { OddMark } from '../../app/parts/odd-entry.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import { StageBadge } from '../../app/parts/stage-badge.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatQuantity, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { today } from '../../services/clock.ts';
import { memberDays } from '../../services/work-clocks.ts';
import type { Column } from '../../ui/data-table-model.ts';
import css from './entries-view.module.css';
import type { EntryRow } from './use-entries.ts';

interface ColumnChoice {
  /** Whose an entry is matters only where there are several people. */
  readonly hasMembers: boolean;
  /** Whether there is room for amounts beside what they are amounts of. */
  readonly hasAmounts: boolean;
}

export function entryColumns(
  plan: Plan,
  { hasMembers, hasAmounts }: ColumnChoice,
): readonly Column<EntryRow>[] {
  const columns: readonly (Column<EntryRow> | false)[] = [
    {
      key: 'day',
      header: t('log.list.day'),
      width: 132,
      render: ({ entry }) => entry && <When entry={entry} plan={plan} />,
    },
    hasMembers && {
      key: 'member',
      header: t('log.list.member'),
      width: 132,
      render: ({ entry }) => entry && plan.memberById.get(entry.memberId)?.name,
    },
    {
      key: 'outcome',
      header: t('log.list.outcome'),
      width: '1.1fr',
      render: ({ entry }) => entry && plan.outcomeById.get(entry.outcomeId)?.name,
    },
    {
      key: 'what',
      header: t('log.list.what'),
      width: '2fr',
      render: ({ entry }) =>
        entry && (
          <>
            <OddMark entry={entry} plan={plan} />
            {entry.title !== '' && <span className={css['strong']}>{entry.title} </span>}
            <span className={css['faint']}>
              {[entry.client, entry.reference, entry.note].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
    },
    hasAmounts && {
      key: 'quantity',
      header: t('log.list.quantity'),
      width: 84,
      align: 'end',
      render: ({ entry }) => entry && formatQuantity(entry.quantity),
    },
    hasAmounts && {
      key: 'errors',
      header: t('log.list.errors'),
      width: 64,
      align: 'end',
      render: ({ entry }) =>
        entry &&
        entry.errors !== null && (
          <span className={entry.errors > 0 ? css['bad'] : css['faint']}>
            {formatQuantity(entry.errors)}
          </span>
        ),
    },
    {
      key: 'stage',
      header: t('log.list.stage'),
      width: 104,
      render: ({ entry }) => entry && <StageCell stage={stageOf(entry)} />,
    },
    {
      key: 'mark',
      header: t('log.list.state'),
      isHeaderHidden: true,
      width: 34,
      render: ({ entry }) => entry && <SaveMark of={entry} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What is completed needs no badge: it is what most entries are. */
function StageCell({ stage }: { readonly stage: Stage }) {
  if (stage === 'completed')
    return <span className={css['faint']}>{t('log.stage.completed')}</span>;
  return <StageBadge stage={stage} />;
}

interface WhenProps {
  readonly entry: NonNullable<EntryRow['entry']>;
  readonly plan: Plan;
}

function When({ entry, plan }: WhenProps) {
  if (entry.completedAtMs === null) {
    const sinceMs = entry.requestedAtMs ?? entry.startedAtMs;
    const member = plan.memberById.get(entry.memberId);
    const days = member && memberDays(member, plan.calendarById);
    const day = sinceMs === null ? '' : dayText(days?.dayAt(sinceMs) ?? dayIn(entry.zone, sinceMs));
    return <span className={css['faint']}>{day && t('log.list.since', { day })}</span>;
  }
  return (
    <>
      {dayText(entry.day)}{' '}
      <span className={css['faint']}>{formatTime(entry.completedAtMs, entry.zone)}</span>
    </>
  );
}

/** The year is said where it is another than this one. */
function dayText(day: DayKey): string {
  return formatDay(day, day.startsWith(today('UTC').slice(0, 4)) ? 'short' : 'dated');
}
