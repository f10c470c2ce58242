import type { ReactNode } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './match-dialog.module.css';

interface NamesTableProps {
  /** Each name that a column holds, and in how many rows. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  /** What to choose beside a name. */
  readonly renderTarget: (name: string) => ReactNode;
}

/** The names of a column, each with what it stands for here. */
export function NamesTable({ names, renderTarget }: NamesTableProps) {
  return (
    <table className={css['names']}>
      <thead>
        <tr>
          <th scope="col">{t('import.match.name')}</th>
          <th scope="col" className={css['rows']}>
            {t('import.match.rows')}
          </th>
          <th scope="col">{t('import.match.target')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={css['rows']}>{formatNumber(count)}</td>
            <td className={css['target']}>{renderTarget(name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
