import { DATE_FIELDS } from '#shared/imports/mapping';
import { readWallTime } from '#shared/imports/read-date';
import { useMemo } from 'react';
import { t } from '../../i18n/text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { changeMapping } from './change-table.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';

/** The zone of the table's dates, asked once for all of them. */
export function ZoneRow({ table }: { readonly table: OpenTable }) {
  const { mapping } = table;
  const options = useMemo(
    () =>
      Intl.supportedValuesOf('timeZone').map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      })),
    [],
  );
  const label = t('import.map.zone');
  const { isSure, hasBareDays } = zoneNeed(table);
  const hint = t(isSure ? 'import.map.zoneHintSure' : 'import.map.zoneHint');
  const all = options.some(({ value }) => value === mapping.zone)
    ? options
    : [{ value: mapping.zone, label: mapping.zone }, ...options];
  return (
    <FieldRow label={label} hint={hasBareDays ? `${hint} ${t('import.map.zoneHintDays')}` : hint}>
      <Combobox
        label={label}
        isLabelHidden
        value={mapping.zone}
        onChange={(zone) => zone !== null && changeMapping({ ...mapping, zone })}
        options={all}
      />
    </FieldRow>
  );
}

/** Whether every date that was seen says its own offset, and whether some have no clock time. */
function zoneNeed({ outline, mapping }: OpenTable): { isSure: boolean; hasBareDays: boolean } {
  const walls = DATE_FIELDS.flatMap(
    (field) => outline.profiles[mapping.columns[field] ?? -1]?.samples ?? [],
  ).flatMap((sample) => readWallTime(sample, mapping.dateOrder ?? 'dmy') ?? []);
  return {
    isSure: walls.length > 0 && walls.every(({ offsetMs }) => offsetMs !== null),
    hasBareDays: walls.some(({ hasTime }) => !hasTime),
  };
}
