import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { ColumnRow } from './column-row.tsx';
import { ColumnsRow } from './columns-row.tsx';
import type { OpenTable } from './import-flow.ts';
import css from './mapping-panel.module.css';
import { NumberStyle } from './number-style.tsx';
import { MemberRow, OutcomeRow } from './name-rows.tsx';
import { PartRows } from './part-rows.tsx';
import { StatusRow } from './status-row.tsx';
import { WaitsOn } from './waits-on.tsx';
import { ZoneRow } from './zone-row.tsx';

interface MappingPanelProps {
  readonly table: OpenTable;
  readonly plan: Plan;
}

/** Each field of a piece of work, and the column that fills it. */
export function MappingPanel({ table, plan }: MappingPanelProps) {
  const hasKey = table.mapping.columns.key !== undefined;
  return (
    <Panel title={t('import.map.title')}>
      <Group label={t('import.map.group.what')}>
        <ColumnRow
          table={table}
          field="key"
          hint={hasKey ? t('import.map.hint.key') : t('import.map.hint.noKey')}
        />
        <ColumnsRow table={table} field="title" />
        <ColumnRow table={table} field="client" />
        <ColumnRow table={table} field="reference" />
        <ColumnsRow table={table} field="note" />
      </Group>
      <Group label={t('import.map.group.whose')}>
        <OutcomeRow table={table} plan={plan} />
        <MemberRow table={table} plan={plan} />
      </Group>
      <Group label={t('import.map.group.when')}>
        <ColumnRow table={table} field="requested" />
        <ColumnRow table={table} field="responded" />
        <ColumnRow table={table} field="started" />
        <ColumnRow table={table} field="completed" />
        <ColumnRow table={table} field="due" />
        <StatusRow table={table} />
        {table.mapping.status.column !== null && (
          <ColumnRow table={table} field="touched" hint={t('import.map.hint.touched')} />
        )}
        <ZoneRow table={table} />
      </Group>
      <Group label={t('import.map.group.parts')}>
        <PartRows table={table} />
      </Group>
      <Group label={t('import.map.group.much')}>
        <ColumnRow table={table} field="quantity" />
        <ColumnRow table={table} field="errors" />
        <ColumnRow table={table} field="value" />
        <NumberStyle table={table} />
        <ColumnRow table={table} field="reopened" />
        <ColumnRow table={table} field="waits" hint={t('import.map.hint.waits')} />
        <WaitsOn table={table} />
      </Group>
    </Panel>
  );
}

function Group({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className={css['group']} aria-label={label}>
      <h3 className={css['heading']}>{label}</h3>
      {children}
    </section>
  );
}
