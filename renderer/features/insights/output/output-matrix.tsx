import { ChevronDown, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Grouping } from '#shared/metrics/insights/group-by';
import { outputAt, outputOver } from '#shared/metrics/insights/group-output';
import type { Output } from '#shared/metrics/insights/group-output';
import { paceOf } from '#shared/metrics/pace';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Bullet } from '../../../ui/bullet.tsx';
import { Definition } from '../../../ui/charts/definition.tsx';
import type { LeadColumn, MatrixCell } from '../../../ui/charts/matrix-model.ts';
import { Matrix } from '../../../ui/charts/matrix.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { bucketLabel } from '../bucket-words.ts';
import { inDays, subjectOf } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import css from './output-matrix.module.css';
import type { MatrixLine, RowOrder } from './matrix-lines.ts';
import { matrixLines } from './matrix-lines.ts';
import { formatTarget, outputCell, outputWords } from './output-words.ts';
import { outputTable } from './output-table.ts';
import type { OutputFacts } from './use-output.ts';

/** Output against target of every group in every period; a row unfolds into what it is made of. */
export function OutputMatrix(props: InsightsTabProps & OutputFacts) {
  const { plan, choice, scope, shown, bucket, period, groups, onTables } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<RowOrder>('name');
  const rows = useMemo(
    () => matrixLines({ groups, by: choice.by, order, opened, plan }),
    [groups, choice.by, order, opened, plan],
  );
  const labels = useMemo(() => shown.map((each) => bucketLabel(each, bucket)), [shown, bucket]);
  useEffect(() => onTables(() => [outputTable(props, rows, labels)]));
  const toggle = useCallback(
    ({ id }: MatrixLine) => setOpened((held) => toggled(held, id)),
    [setOpened],
  );
  const cellOf = useCallback(
    ({ lines, unit }: MatrixLine, column: number): MatrixCell =>
      outputCell(outputAt(lines, column), unit, labels[column] ?? ''),
    [labels],
  );
  const open = ({ lines, by }: MatrixLine, column: number | null) => {
    const range = column === null ? undefined : shown[column];
    drillDown(range ? inDays(period, range) : period, {
      ...subjectOf(scope, by, lines),
      stage: 'completed',
    });
  };
  const lead = useMemo(() => leadOf(choice.by, opened, toggle), [choice.by, opened, toggle]);
  return (
    <Panel
      title={t('insights.output.byTitle', { by: t(`insights.byWord.${choice.by}`) })}
      note={<Definition name={t('insights.output.title')} text={t('insights.define.output')} />}
      actions={
        <Segmented<RowOrder>
          size="sm"
          label={t('insights.order.label')}
          value={order}
          options={[
            { value: 'name', label: t('insights.order.name') },
            { value: 'distance', label: t('insights.order.distance') },
          ]}
          onChange={setOrder}
        />
      }
    >
      {rows.length === 0 ? (
        <p className={css['none']}>{t('insights.nothing')}</p>
      ) : (
        <Matrix
          label={t('insights.output.byTitle', { by: t(`insights.byWord.${choice.by}`) })}
          rows={rows}
          rowKey={rowKey}
          lead={lead}
          columns={labels}
          columnPx={Math.max(...labels.map((label) => label.length)) > 7 ? 86 : 70}
          cellOf={cellOf}
          onOpen={open}
          onToggle={(row) => {
            if (row.isOpenable) toggle(row);
          }}
        />
      )}
    </Panel>
  );
}

const leadOf = (
  by: Grouping,
  opened: ReadonlySet<string>,
  onToggle: (row: MatrixLine) => void,
): readonly LeadColumn<MatrixLine>[] => [
  {
    key: 'name',
    header: t(`insights.by.${by}`),
    widthPx: 230,
    render: (row) => <Name row={row} isOpen={opened.has(row.id)} onToggle={() => onToggle(row)} />,
  },
  {
    key: 'bar',
    header: t('insights.figure.soFar'),
    widthPx: 110,
    render: (row) => <Bar row={row} />,
  },
  {
    key: 'output',
    header: t('insights.figure.output'),
    widthPx: 180,
    align: 'end',
    render: ({ lines, unit }) => outputWords(outputOver(lines), unit),
  },
];

const rowKey = ({ id }: MatrixLine): string => id;

function toggled(held: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return held.has(id) ? new Set([...held].filter((each) => each !== id)) : new Set([...held, id]);
}

interface NameProps {
  readonly row: MatrixLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Name({ row: { name, depth, isOpenable }, isOpen, onToggle }: NameProps) {
  return (
    <span className={css['name']} data-depth={depth}>
      {isOpenable && (
        <IconButton
          size="sm"
          tabIndex={-1}
          label={t(isOpen ? 'insights.output.collapse' : 'insights.output.expand', { name })}
          icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          aria-expanded={isOpen}
          onClick={onToggle}
        />
      )}
      <span className={css['words']}>{name}</span>
    </span>
  );
}

function Bar({ row: { name, lines } }: { readonly row: MatrixLine }) {
  const { quantity, target, attainment }: Output = outputOver(lines);
  const label = t('insights.output.barLabel', { name });
  if (quantity !== null && target && target.whole > 0) {
    return (
      <Bullet
        label={label}
        value={quantity}
        target={target.whole}
        expected={target.soFar}
        pace={paceOf(quantity, target.whole, target.soFar)}
        format={formatTarget}
      />
    );
  }
  if (!attainment) return <span className={css['none']}>{t('insights.output.noTarget')}</span>;
  return (
    <Bullet
      label={label}
      value={attainment.ratio}
      target={1}
      pace={paceOf(attainment.ratio, 1, 1)}
      format={(ratio) => formatRatio(ratio, 0)}
    />
  );
}
