import type { TableOutline } from '#shared/imports/table-session';
import { t } from '../../i18n/text.ts';
import css from './preview-table.module.css';

const ROWS_SHOWN = 25;
const CELL_CHARS = 60;

/** The first rows as they stand in the file: here a wrong encoding or separator shows at once. */
export function PreviewTable({ outline }: { readonly outline: TableOutline }) {
  const { headers, firstRows } = outline;
  return (
    <div
      className={css['scroll']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
      tabIndex={0}
      role="region"
      aria-label={t('import.preview.asTable')}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th className={css['line']}>{t('import.rejectedRows.line')}</th>
            {headers.map((header) => (
              <th key={header}>{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {firstRows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              <td className={css['line']}>{line}</td>
              {headers.map((header, index) => (
                <td key={header}>{(cells[index] ?? '').slice(0, CELL_CHARS)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
