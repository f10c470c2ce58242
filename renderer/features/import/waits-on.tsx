import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

/** Whom the table's waits were for: tables say how long, and seldom on whom. */
export function WaitsOn({ table: { mapping } }: { readonly table: OpenTable }) {
  if (mapping.columns.waits === undefined) return null;
  const label = t('import.map.waitsOn');
  return (
    <FieldRow label={label}>
      <Select
        label={label}
        isLabelHidden
        value={mapping.waitsOn}
        onChange={(waitsOn) => changeMapping({ ...mapping, waitsOn })}
        options={BLOCKED_ON.map((value) => ({ value, label: t(`log.blockedOn.${value}`) }))}
      />
    </FieldRow>
  );
}
