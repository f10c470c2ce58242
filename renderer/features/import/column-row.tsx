import type { ColumnField, Mapping } from '#shared/imports/mapping';
import { orderOf } from '#shared/imports/suggest-mapping';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import { columnOf, columnOptions, optionOf } from './column-options.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

interface ColumnRowProps {
  readonly table: OpenTable;
  readonly field: ColumnField;
  readonly hint?: string | undefined;
}

/** A field that one column fills, or none. */
export function ColumnRow({ table, field, hint }: ColumnRowProps) {
  const { outline, mapping } = table;
  const column = mapping.columns[field];
  const label = t(`import.map.field.${field}`);
  return (
    <FieldRow
      label={label}
      samples={field === 'checklists' ? undefined : outline.profiles[column ?? -1]?.samples}
      hint={hint}
    >
      <Select
        label={t('import.map.column', { field: label })}
        isLabelHidden
        value={optionOf(column)}
        onChange={(option) => changeMapping(withColumn(table, field, columnOf(option)))}
        options={columnOptions(outline)}
      />
    </FieldRow>
  );
}

function withColumn(
  { outline, mapping }: OpenTable,
  field: ColumnField,
  column: number | null,
): Mapping {
  const { [field]: _, ...others } = mapping.columns;
  const columns = column === null ? others : { ...others, [field]: column };
  // Another column of dates may prove, or leave open, which of its numbers is the day.
  return {
    ...mapping,
    columns,
    dateOrder: orderOf(outline.profiles, columns) ?? mapping.dateOrder,
  };
}
