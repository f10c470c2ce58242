import { Check, Copy } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../button.tsx';
import { DataTable } from '../data-table.tsx';
import type { Column } from '../data-table-model.ts';
import type { ChartRow, ChartTable } from './chart-table.ts';
import { cellText, cellValue, tableText } from './chart-table.ts';
import css from './charts.module.css';

interface ChartNumbersProps {
  readonly label: string;
  readonly table: ChartTable;
}

/** A chart's numbers: sorted by a press on a heading, opened by Enter, copied whole by the button or Ctrl+C. */
export function ChartNumbers({ label, table }: ChartNumbersProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const columns = useMemo(() => columnsOf(table), [table]);
  const copy = () => {
    const grid = box.current?.querySelector('[role="grid"]');
    // Only what is selected is copied; what is copied in its place is the whole table (below).
    if (grid) globalThis.getSelection()?.selectAllChildren(grid);
    // The one way that needs no permission to read the clipboard, and that Ctrl+C takes, too.
    document.execCommand('copy');
    globalThis.getSelection()?.removeAllRanges();
    setIsCopied(true);
  };
  return (
    <div
      ref={box}
      className={css['numbers']}
      onCopy={(event) => {
        event.preventDefault();
        event.clipboardData.setData('text/plain', tableText(table));
      }}
      onBlur={() => setIsCopied(false)}
    >
      <DataTable
        label={label}
        rows={table.rows}
        columns={columns}
        rowKey={rowKey}
        onOpen={table.rows.some((row) => row.onOpen) ? open : undefined}
        empty={<p className={css['empty']}>{t('ui.nothingFound')}</p>}
      />
      <Button
        size="sm"
        variant="quiet"
        icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={copy}
      >
        <span aria-live="polite">{t(isCopied ? 'ui.chart.copied' : 'ui.chart.copy')}</span>
      </Button>
    </div>
  );
}

const rowKey = ({ key }: ChartRow): string => key;

const open = ({ onOpen }: ChartRow): void => onOpen?.();

const columnsOf = ({ columns }: ChartTable): readonly Column<ChartRow>[] =>
  columns.map(({ label, align }, at) => ({
    key: String(at),
    header: label,
    align: align ?? (at === 0 ? 'start' : 'end'),
    width: at === 0 ? '1.6fr' : '1fr',
    render: ({ cells }) => cellText(cells[at]),
    sortValue: ({ cells }) => cellValue(cells[at]),
  }));
