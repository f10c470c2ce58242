import { CHECKLIST_WAYS, SUBTASK_WAYS } from '#shared/imports/mapping';
import type { ChecklistWay, SubtaskWay } from '#shared/imports/mapping';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import { ColumnRow } from './column-row.tsx';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

/** Rows that are part of another one, what work needs first, and checklists: what becomes of them. */
export function PartRows({ table }: { readonly table: OpenTable }) {
  const { columns } = table.mapping;
  return (
    <>
      <ColumnRow table={table} field="parent" />
      {columns.parent !== undefined && <SubtaskWayRow table={table} />}
      <ColumnRow table={table} field="needs" />
      <ColumnRow table={table} field="checklists" />
      {columns.checklists !== undefined && <ChecklistWayRow table={table} />}
    </>
  );
}

function SubtaskWayRow({ table: { mapping } }: { readonly table: OpenTable }) {
  const label = t('import.map.subtasks');
  return (
    <FieldRow label={label}>
      <Select<SubtaskWay>
        label={label}
        isLabelHidden
        value={mapping.subtasks}
        onChange={(subtasks) => changeMapping({ ...mapping, subtasks })}
        options={SUBTASK_WAYS.map((value) => ({
          value,
          label: t(`import.map.subtaskWay.${value}`),
        }))}
      />
    </FieldRow>
  );
}

const TITLES_SHOWN = 5;

function ChecklistWayRow({ table: { mapping, draft } }: { readonly table: OpenTable }) {
  const isManager = useSession((state) => state.seat === 'manager');
  const label = t('import.map.checklistsBecome');
  const procedures = draft?.procedures ?? [];
  const titles = procedures.slice(0, TITLES_SHOWN).map(({ title }) => title);
  const hint =
    procedures.length > 0
      ? t('import.map.procedures', {
          count: procedures.length,
          titles: titles.join(', ') + (procedures.length > TITLES_SHOWN ? ' …' : ''),
        })
      : undefined;
  // SOPs are the managers' to begin.
  const ways = CHECKLIST_WAYS.filter((way) => isManager || way === 'steps' || way === 'leave');
  return (
    <FieldRow label={label} hint={hint}>
      <Select<ChecklistWay>
        label={label}
        isLabelHidden
        value={mapping.checklists}
        onChange={(checklists) => changeMapping({ ...mapping, checklists })}
        options={ways.map((value) => ({ value, label: t(`import.map.checklistWay.${value}`) }))}
      />
    </FieldRow>
  );
}
