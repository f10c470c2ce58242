import type { TrendChartProps } from './trend-chart.tsx';
import { t } from '../i18n/text.ts';
import css from './trend-chart.module.css';

type TrendTableProps = Required<
  Pick<TrendChartProps, 'label' | 'points' | 'valueLabel' | 'targetLabel'>
> & { readonly format: (value: number) => string };

/** The same figures as numbers. */
export function TrendTable({ label, points, format, valueLabel, targetLabel }: TrendTableProps) {
  const hasTarget = points.some(({ target }) => typeof target === 'number');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('ui.period')}</th>
            <th scope="col">{valueLabel}</th>
            {hasTarget && <th scope="col">{targetLabel}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td>{point.value === null ? '–' : format(point.value)}</td>
              {hasTarget && (
                <td>{typeof point.target === 'number' ? format(point.target) : '–'}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
