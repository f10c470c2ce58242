import type { WrittenCell } from '#shared/exports/report-document';
import { keyed } from './keyed.ts';
import css from './report-sheet.module.css';
import type { WrittenTable } from './shown-columns.ts';
import { shownColumns } from './shown-columns.ts';

/** More columns than this stand closer, in smaller type. */
const ROOMY_COLUMNS = 8;
/** A date with its time, and what is no longer, is not broken over two lines. */
const SHORT_LETTERS = 26;

/** A table as it stands on paper: only columns that say something, and bars in the first share alone. */
export function SheetTable({ table }: { readonly table: WrittenTable }) {
  const shown = shownColumns(table);
  const barred = shown.find((at) => table.rows.some((row) => row[at]?.shareRatio !== undefined));
  const isDense = shown.length > ROOMY_COLUMNS;
  return (
    <table data-dense={isDense || undefined}>
      <thead>
        <tr>
          {shown.map((at) => (
            <th
              key={table.columns[at]?.title}
              scope="col"
              data-number={table.columns[at]?.isNumber || undefined}
            >
              {table.columns[at]?.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(table.rows).map(({ key, item: row }) =>
          row[0]?.isPart ? (
            <tr key={key} data-part="">
              <td colSpan={shown.length}>{row[0].text}</td>
            </tr>
          ) : (
            <tr key={key}>
              {shown.map((at) => (
                <td
                  key={table.columns[at]?.title}
                  data-number={table.columns[at]?.isNumber || undefined}
                  data-short={(!isDense && isShort(row[at])) || undefined}
                >
                  <Cell cell={row[at]} hasBar={at === barred && !isDense} />
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

const isShort = (cell: WrittenCell | undefined): boolean =>
  (cell?.text.length ?? 0) <= SHORT_LETTERS;

interface CellProps {
  readonly cell: WrittenCell | undefined;
  readonly hasBar: boolean;
}

function Cell({ cell, hasBar }: CellProps) {
  if (cell?.shareRatio === undefined || !hasBar) return cell?.text;
  const percent = Math.max(0, Math.min(1, cell.shareRatio)) * 100;
  return (
    <span className={css['share']}>
      <span className={css['bar']} aria-hidden>
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      <span className={css['said']}>{cell.text}</span>
    </span>
  );
}
