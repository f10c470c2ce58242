import type { PastedField } from '#shared/deliverables/pasted-columns';
import { PASTED_FIELDS } from '#shared/deliverables/pasted-columns';
import type { DateOrder } from '#shared/imports/read-date';
import { t } from '../../../i18n/text.ts';
import { Callout } from '../../../ui/callout.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import css from './assign.module.css';
import type { Pasted } from './use-pasted.ts';

interface PastedColumnsRowProps {
  readonly pasted: Pasted;
  readonly onColumn: (index: number, field: PastedField | '') => void;
  readonly onHeader: (hasHeader: boolean) => void;
  readonly onOrder: (order: DateOrder) => void;
}

/** What each column was taken for, to be put right where that is wrong. */
export function PastedColumnsRow({ pasted, onColumn, onHeader, onOrder }: PastedColumnsRowProps) {
  const { table, columns, shape, dateOrder } = pasted;
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]));
  const { example } = shape.evidence;
  return (
    <div className={css['stack']}>
      <div className={css['columns']} role="group" aria-label={t('assign.many.columns')}>
        {table.headers.map((header, index) => (
          <Select<PastedField | ''>
            key={header}
            label={header}
            value={PASTED_FIELDS.find((field) => field === fieldOf.get(index)) ?? ''}
            options={[
              ...PASTED_FIELDS.map((field) => ({
                value: field,
                label: t(`assign.many.field.${field}`),
              })),
              { value: '', label: t('assign.many.notUsed') },
            ]}
            onChange={(field) => onColumn(index, field)}
          />
        ))}
      </div>
      <Checkbox
        label={t('assign.many.header')}
        checked={table.headerLine !== null}
        onChange={onHeader}
      />
      {shape.dateOrder === null && example !== null && (
        <Callout
          tone={dateOrder === null ? 'warn' : 'neutral'}
          title={t('assign.many.order', { example })}
          action={
            <Segmented<DateOrder | ''>
              label={t('assign.many.order', { example })}
              value={dateOrder ?? ''}
              onChange={(order) => order !== '' && onOrder(order)}
              options={[
                { value: 'dmy', label: t('import.map.dayFirst') },
                { value: 'mdy', label: t('import.map.monthFirst') },
              ]}
            />
          }
        />
      )}
    </div>
  );
}
