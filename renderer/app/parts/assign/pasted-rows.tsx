import type { PastedFault, PastedRow } from '#shared/deliverables/pasted-work';
import type { Plan } from '../../../data/plan.ts';
import { formatQuantity } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { Column } from '../../../ui/data-table-model.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import css from './assign.module.css';
import { instantText } from './instant-words.ts';

interface PastedRowsProps {
  readonly rows: readonly PastedRow[];
  readonly plan: Plan;
  /** The zone in which their dates were read, and are shown. */
  readonly zone: string;
}

/** Every row as the work it would be, and what stands against it. */
export function PastedRows({ rows, plan, zone }: PastedRowsProps) {
  const faultyCount = rows.filter(({ faults }) => faults.length > 0).length;
  const repeatedCount = rows.filter(({ repeats }) => repeats !== null).length;
  return (
    <section aria-label={t('assign.many.preview')}>
      <p className={css['count']} aria-live="polite">
        {[
          t('assign.many.rows', { count: rows.length }),
          faultyCount > 0 && t('assign.many.faulty', { count: faultyCount }),
          repeatedCount > 0 && t('assign.many.repeated', { count: repeatedCount }),
        ]
          .filter((part) => part !== false)
          .join(' · ')}
      </p>
      <div className={css['rows']}>
        <DataTable
          label={t('assign.many.preview')}
          rows={rows}
          columns={columnsFor(plan, zone)}
          rowKey={({ line }) => String(line)}
          empty={null}
        />
      </div>
    </section>
  );
}

const columnsFor = (plan: Plan, zone: string): readonly Column<PastedRow>[] => [
  {
    key: 'line',
    header: t('assign.many.line'),
    width: 48,
    align: 'end',
    render: ({ line }) => line,
  },
  {
    key: 'title',
    header: t('assign.many.field.title'),
    width: '3fr',
    render: ({ draft }) => draft.title,
  },
  {
    key: 'member',
    header: t('assign.many.field.member'),
    width: '2fr',
    render: ({ memberId }) => plan.memberById.get(memberId)?.name ?? '',
  },
  {
    key: 'outcome',
    header: t('assign.many.field.outcome'),
    width: '2fr',
    render: ({ draft }) => plan.outcomeById.get(draft.outcomeId)?.name ?? '',
  },
  {
    key: 'quantity',
    header: t('assign.many.field.quantity'),
    width: 76,
    align: 'end',
    render: ({ draft }) => (draft.quantity === null ? '' : formatQuantity(draft.quantity)),
  },
  {
    key: 'due',
    header: t('assign.many.field.due'),
    width: 140,
    render: ({ draft }) => (draft.dueAtMs === null ? '' : instantText(draft.dueAtMs, zone)),
  },
  {
    key: 'state',
    header: t('assign.many.state'),
    width: '4fr',
    render: (row) => <State {...row} />,
  },
];

function State({ faults, repeats, warnings }: PastedRow) {
  const [fault, ...more] = faults;
  if (fault) {
    const others = more.length > 0 ? ` ${t('assign.many.more', { count: more.length })}` : '';
    return (
      <span className={css['state']} data-tone="bad" title={faults.map(faultText).join('\n')}>
        {faultText(fault) + others}
      </span>
    );
  }
  const [warning] = warnings;
  const text =
    repeats !== null
      ? t(`assign.many.repeats.${repeats}`)
      : warning
        ? t(`assign.many.warning.${warning}`)
        : t('assign.many.ready');
  const isPlain = repeats === null && warning === undefined;
  return (
    <span className={css['state']} data-tone={isPlain ? 'good' : 'warn'}>
      {text}
    </span>
  );
}

const faultText = ({ problem, value }: PastedFault): string =>
  value === ''
    ? t(`assign.problem.${problem}`)
    : t('assign.many.fault', { problem: t(`assign.problem.${problem}`), value });
