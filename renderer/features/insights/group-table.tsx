import { useEffect } from 'react';
import type { ReportCell, ReportColumn, ReportTable } from '#shared/exports/report-table';
import type { DrillTarget } from '../../app/parts/drill-down.ts';
import { drillDown } from '../../app/parts/drill-down.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Definition } from '../../ui/charts/definition.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './insights-view.module.css';
import { subjectOf } from './scope-drill.ts';
import type { InsightsTabProps } from './tab-props.ts';
import type { NamedGroup } from './use-groups.ts';

/** A figure of every group: as it is read, and as it leaves the app. */
export interface GroupColumn {
  readonly key: string;
  readonly header: string;
  readonly text: (group: NamedGroup) => string;
  readonly value: (group: NamedGroup) => ReportCell;
  readonly kind: Exclude<ReportColumn['kind'], 'money'>;
  /** Of money: the currency of `value`, in minor units. */
  readonly currency?: string | undefined;
  /** What the number opens; the completed entries of the group where it is not said. */
  readonly target?: DrillTarget | undefined;
  readonly width?: string | undefined;
}

interface GroupTableProps extends InsightsTabProps {
  readonly title: string;
  readonly groups: readonly NamedGroup[];
  readonly columns: readonly GroupColumn[];
  /** What the table is of, in words: goes out with it. */
  readonly definition: string;
}

/** Figures of every group, by name. A press on a number opens the entries that it is made of. */
export function GroupTable(props: GroupTableProps) {
  const { title, definition, groups, columns, choice, scope, period, onTables } = props;
  const open = (group: NamedGroup, target: DrillTarget = COMPLETED): void =>
    drillDown(period, { ...subjectOf(scope, choice.by, group.rows), ...target });
  const shown: readonly Column<NamedGroup>[] = [
    {
      key: 'name',
      header: t(`insights.by.${choice.by}`),
      width: '2fr',
      render: ({ name }) => name,
      sortValue: ({ name }) => name,
    },
    ...columns.map(({ key, header, text, value, target, width }) => ({
      key,
      header,
      align: 'end' as const,
      width,
      render: (group: NamedGroup) =>
        target ? (
          <button
            type="button"
            tabIndex={-1}
            className={css['link']}
            title={t('insights.openFigure', { label: header, name: group.name })}
            onClick={() => open(group, target)}
          >
            {text(group)}
          </button>
        ) : (
          text(group)
        ),
      sortValue: (group: NamedGroup) => sortable(value(group)),
    })),
  ];
  useEffect(() => onTables(() => [tableOf(props)]));
  return (
    <Panel title={title} note={<Definition name={title} text={definition} />}>
      <DataTable
        label={title}
        rows={groups}
        columns={shown}
        rowKey={groupKey}
        onOpen={(group) => open(group)}
        empty={<p className={css['none']}>{t('insights.nothing')}</p>}
      />
    </Panel>
  );
}

const COMPLETED: DrillTarget = { stage: 'completed' };

const groupKey = ({ id }: NamedGroup): string => id;

const sortable = (cell: ReportCell): string | number | null =>
  typeof cell === 'object' ? null : cell;

const tableOf = ({
  title,
  groups,
  columns,
  definition,
  choice,
  period,
}: Pick<
  GroupTableProps,
  'title' | 'groups' | 'columns' | 'definition' | 'choice' | 'period'
>): ReportTable => ({
  name: title,
  columns: [
    { title: t(`insights.by.${choice.by}`), kind: 'text' },
    ...columns.map(({ header, kind, currency }): ReportColumn =>
      currency === undefined ? { title: header, kind } : { title: header, kind: 'money', currency },
    ),
  ],
  rows: groups.map((group) => [group.name, ...columns.map(({ value }) => value(group))]),
  notes: [
    t('insights.exportDays', {
      from: formatDay(period.range.fromDay, 'dated'),
      to: formatDay(period.range.toDay, 'dated'),
    }),
    definition,
  ],
});
