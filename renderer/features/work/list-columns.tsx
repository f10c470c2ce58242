import { StageBadge } from '../../app/parts/stage-badge.tsx';
import { formatAgo, formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Column } from '../../ui/data-table-model.ts';
import css from './list-view.module.css';
import type { WorkItem } from './work-item.ts';
import { WORK_STAGES } from './work-item.ts';
import { leftText, standText } from './work-words.ts';

interface ListColumnsOptions {
  readonly nowMs: number;
  /** In which due times are told. */
  readonly zone: string;
  readonly hasMember: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (item: WorkItem) => void;
}

/** The columns of the list. Whose work it is matters only where there are several people. */
export function listColumns(options: ListColumnsOptions): readonly Column<WorkItem>[] {
  const { nowMs, zone, hasMember } = options;
  const columns: readonly (Column<WorkItem> | false)[] = [
    choiceColumn(options),
    {
      key: 'title',
      header: t('work.column.title'),
      width: '2fr',
      sortValue: ({ title }) => title,
      render: ({ title }) => <span className={css['title']}>{title}</span>,
    },
    {
      key: 'stage',
      header: t('work.column.stage'),
      width: 104,
      sortValue: ({ stage }) => WORK_STAGES.indexOf(stage),
      render: ({ stage }) => <StageBadge stage={stage} />,
    },
    {
      key: 'due',
      header: t('work.column.due'),
      width: 116,
      sortValue: ({ pressure }) => pressure.leftWorkMs,
      render: ({ pressure }) => (
        <span
          className={css['due']}
          data-risk={pressure.risk}
          data-tooltip={
            pressure.dueAtMs === null ? undefined : formatDateTime(pressure.dueAtMs, zone)
          }
        >
          {leftText(pressure, nowMs)}
        </span>
      ),
    },
    hasMember && {
      key: 'member',
      header: t('work.column.member'),
      width: '1fr',
      sortValue: ({ memberName }) => memberName,
      render: ({ memberName }) => memberName,
    },
    {
      key: 'outcome',
      header: t('work.column.outcome'),
      width: '1.2fr',
      sortValue: ({ outcomeName }) => outcomeName,
      render: ({ outcomeName }) => outcomeName,
    },
    {
      key: 'client',
      header: t('work.column.client'),
      width: '1.1fr',
      sortValue: ({ entry }) => entry.client || null,
      render: ({ entry }) => <span className={css['faint']}>{entry.client}</span>,
    },
    {
      key: 'stands',
      header: t('work.column.stands'),
      width: '1.6fr',
      sortValue: ({ block, openNeedCount }) => block?.on ?? (openNeedCount > 0 ? 'work' : null),
      render: (item) =>
        isHeld(item) && (
          <span className={css['stands']} data-stage={item.stage} data-tooltip={item.block?.reason}>
            {standText(item, nowMs)}
          </span>
        ),
    },
    {
      key: 'since',
      header: t('work.column.since'),
      width: 96,
      sortValue: ({ sinceMs }) => sinceMs,
      render: ({ sinceMs }) =>
        sinceMs !== null && (
          <span className={css['faint']} data-tooltip={formatDateTime(sinceMs, zone)}>
            {formatAgo(sinceMs, nowMs)}
          </span>
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}

const isHeld = ({ block, openNeedCount, stage }: WorkItem): boolean =>
  block !== null || openNeedCount > 0 || stage === 'returned';

/** Ticked by pointer here; by keyboard Space on the row does the same, so it is no stop for Tab. */
const choiceColumn = ({ selected, onToggle }: ListColumnsOptions): Column<WorkItem> => ({
  key: 'chosen',
  header: t('work.column.chosen'),
  isHeaderHidden: true,
  width: 30,
  render: (item) => (
    <input
      type="checkbox"
      tabIndex={-1}
      className={css['choice']}
      aria-label={t('work.choose', { title: item.title })}
      checked={selected.has(item.key)}
      onChange={() => onToggle(item)}
    />
  ),
});
