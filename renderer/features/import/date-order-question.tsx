import { readWallTime } from '#shared/imports/read-date';
import type { DateOrder } from '#shared/imports/read-date';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { changeMapping } from './change-table.ts';
import type { OpenTable } from './import-flow.ts';
import { openDateOrder } from './mapping-state.ts';

/** Asks which of two days a date like 03/04/2024 is, where the whole file leaves it open. */
export function DateOrderQuestion({ table }: { readonly table: OpenTable }) {
  const { mapping } = table;
  const evidence = openDateOrder(table);
  const example = evidence?.example;
  if (!evidence || !example) return null;
  const title = t('import.map.order', {
    example,
    dayFirst: dayText(example, 'dmy'),
    monthFirst: dayText(example, 'mdy'),
  });
  const isMixed = evidence.dayFirst + evidence.monthFirst > 0;
  return (
    <Callout
      tone={mapping.dateOrder === null ? 'warn' : 'neutral'}
      title={title}
      action={
        <Segmented<DateOrder | ''>
          label={title}
          value={mapping.dateOrder ?? ''}
          onChange={(order) => order !== '' && changeMapping({ ...mapping, dateOrder: order })}
          options={[
            { value: 'dmy', label: t('import.map.dayFirst') },
            { value: 'mdy', label: t('import.map.monthFirst') },
          ]}
        />
      }
    >
      {t(isMixed ? 'import.map.orderMixed' : 'import.map.orderText')}
    </Callout>
  );
}

function dayText(text: string, order: DateOrder): string {
  const wall = readWallTime(text, order);
  return wall ? formatDay(new Date(wall.localMs).toISOString().slice(0, 10), 'dated') : '';
}
