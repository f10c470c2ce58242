import type { DecimalMark } from '#shared/imports/read-number';
import { t } from '../../i18n/text.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { changeMapping } from './change-table.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

/** Whether a comma or a point comes before decimals; asked only where numbers are read. */
export function NumberStyle({ table: { mapping } }: { readonly table: OpenTable }) {
  const { quantity, errors, value } = mapping.columns;
  if (quantity === undefined && errors === undefined && value === undefined) return null;
  const label = t('import.map.decimal');
  return (
    <FieldRow label={label}>
      <Segmented<DecimalMark>
        label={label}
        size="sm"
        value={mapping.decimal}
        onChange={(decimal) => changeMapping({ ...mapping, decimal })}
        options={[
          { value: '.', label: t('import.map.decimalPoint') },
          { value: ',', label: t('import.map.decimalComma') },
        ]}
      />
    </FieldRow>
  );
}
