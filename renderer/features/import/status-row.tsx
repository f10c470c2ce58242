import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import { columnOf, columnOptions, optionOf } from './column-options.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';
import css from './name-rows.module.css';
import { StatusDialog } from './status-dialog.tsx';

/** The column that says how work stands, and what its words mean here. */
export function StatusRow({ table }: { readonly table: OpenTable }) {
  const [isOpen, setIsOpen] = useState(false);
  const { outline, mapping, draft } = table;
  const { column } = mapping.status;
  const label = t('import.map.field.status');
  const statuses = draft?.statuses ?? [];
  return (
    <FieldRow label={label} samples={outline.profiles[column ?? -1]?.samples}>
      <Select
        label={t('import.map.column', { field: label })}
        isLabelHidden
        value={optionOf(column)}
        onChange={(option) =>
          changeMapping({ ...mapping, status: { column: columnOf(option), matches: {} } })
        }
        options={columnOptions(outline)}
      />
      {statuses.length > 0 && (
        <div className={css['matches']}>
          <span>{t('import.map.statuses', { count: statuses.length })}</span>
          <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
            {t('import.map.matchStatuses')}
          </Button>
        </div>
      )}
      <StatusDialog isOpen={isOpen} onClose={() => setIsOpen(false)} table={table} />
    </FieldRow>
  );
}
