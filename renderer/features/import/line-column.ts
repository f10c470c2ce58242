import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Column } from '../../ui/data-table-model.ts';

/** The line of the file that a row of a table here speaks of. */
export const lineColumn = <Row extends { readonly line: number }>(): Column<Row> => ({
  key: 'line',
  header: t('import.rejectedRows.line'),
  width: 80,
  align: 'end',
  render: ({ line }) => formatNumber(line),
  sortValue: ({ line }) => line,
});
