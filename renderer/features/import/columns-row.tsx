import type { Mapping } from '#shared/imports/mapping';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import { columnOf, columnOptions, optionOf } from './column-options.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

interface ColumnsRowProps {
  readonly table: OpenTable;
  readonly field: 'title' | 'note';
}

const MOST_COLUMNS = 6;
const KEYS = { title: 'titleColumns', note: 'noteColumns' } as const;

/** A text that several columns make together. */
export function ColumnsRow({ table, field }: ColumnsRowProps) {
  const { outline, mapping } = table;
  const key = KEYS[field];
  const columns = mapping[key];
  const label = t(`import.map.field.${field}`);
  const place = (at: number, column: number | null): Mapping => ({
    ...mapping,
    [key]: column === null ? columns.filter((_, index) => index !== at) : columns.with(at, column),
  });
  const samples = columns.flatMap((column) => outline.profiles[column]?.samples[0] ?? []);
  return (
    <FieldRow label={label} samples={samples}>
      {columns.map((column, at) => (
        <Select
          // oxlint-disable-next-line react/no-array-index-key -- a column may be chosen twice meanwhile, its place is the identity
          key={at}
          label={t('import.map.columnNumber', { field: label, number: at + 1 })}
          isLabelHidden
          value={optionOf(column)}
          onChange={(option) => changeMapping(place(at, columnOf(option)))}
          options={columnOptions(outline)}
        />
      ))}
      {columns.length < MOST_COLUMNS && (
        <Select
          label={t('import.map.columnNumber', { field: label, number: columns.length + 1 })}
          isLabelHidden
          value={null}
          placeholder={columns.length === 0 ? t('import.map.none') : t('import.map.addColumn')}
          onChange={(option) => {
            const column = columnOf(option);
            if (column !== null) changeMapping({ ...mapping, [key]: [...columns, column] });
          }}
          options={columnOptions(outline)}
        />
      )}
    </FieldRow>
  );
}
