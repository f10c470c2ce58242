import type { Json } from '#shared/json';
import { usePlan } from '../../data/plan.ts';
import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import type { TextKey } from '../../i18n/text.ts';
import { t } from '../../i18n/text.ts';
import type { ImportCheck } from '../../services/table-import/check-import.ts';
import type { RowConflict } from '../../services/table-import/compare-rows.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { lineColumn } from './line-column.ts';
import css from './rejected-rows.module.css';

/** Fields that were changed here and in the source: what is here stays. Nothing where there are none. */
export function ConflictList({ check }: { readonly check: ImportCheck }) {
  const plan = usePlan();
  const { conflicts, conflictCount } = check;
  if (conflictCount === 0 || !plan) return null;
  const nameOf = (id: string): string => plan.outcomeById.get(id)?.name ?? id;
  return (
    <Panel title={t('import.check.conflicts')} note={formatNumber(conflictCount)}>
      <p className={css['more']}>{t('import.check.conflictsText')}</p>
      <DataTable
        label={t('import.check.conflicts')}
        rows={conflicts}
        columns={columnsOf(nameOf)}
        rowKey={({ line, field }) => `${line}/${field}`}
        empty={null}
      />
      {conflictCount > conflicts.length && (
        <p className={css['more']}>
          {t('import.check.conflictsMore', { shown: conflicts.length, count: conflictCount })}
        </p>
      )}
    </Panel>
  );
}

const columnsOf = (nameOf: (id: string) => string): readonly Column<RowConflict>[] => [
  lineColumn(),
  {
    key: 'work',
    header: t('import.check.conflictWork'),
    width: '2fr',
    render: ({ title }) => title,
    sortValue: ({ title }) => title,
  },
  {
    key: 'field',
    header: t('import.check.conflictField'),
    width: 140,
    render: ({ field }) => t(FIELD_WORDS[field] ?? 'import.check.conflictOther'),
    sortValue: ({ field }) => field,
  },
  {
    key: 'here',
    header: t('import.check.conflictHere'),
    width: '2fr',
    render: ({ field, here }) =>
      field === 'deleted' ? t('import.check.conflictDeleted') : valueText(field, here, nameOf),
  },
  {
    key: 'source',
    header: t('import.check.conflictSource'),
    width: '2fr',
    render: ({ field, source, title }) =>
      field === 'deleted' ? title : valueText(field, source, nameOf),
  },
];

const FIELD_WORDS: Readonly<Record<string, TextKey>> = {
  title: 'import.map.field.title',
  client: 'import.map.field.client',
  reference: 'import.map.field.reference',
  note: 'import.map.field.note',
  outcomeId: 'import.map.field.outcome',
  requestedAtMs: 'import.map.field.requested',
  respondedAtMs: 'import.map.field.responded',
  startedAtMs: 'import.map.field.started',
  completedAtMs: 'import.map.field.completed',
  day: 'import.map.field.completed',
  dueAtMs: 'import.map.field.due',
  quantity: 'import.map.field.quantity',
  errors: 'import.map.field.errors',
  valueMinor: 'import.map.field.value',
  reopenedCount: 'import.map.field.reopened',
  deleted: 'import.map.field.status',
};

function valueText(field: string, value: Json, nameOf: (id: string) => string): string {
  if (value === null || value === '') return t('import.check.conflictEmpty');
  if (typeof value === 'number') {
    return field.endsWith('AtMs') ? formatDateTime(value) : formatNumber(value);
  }
  if (field === 'outcomeId' && typeof value === 'string') return nameOf(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
