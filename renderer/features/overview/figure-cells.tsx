import type { OverviewFigures } from '#shared/metrics/overview-groups';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod, DrillSubject, DrillTarget } from '../../app/parts/drill-down.ts';
import {
  accuracyDetail,
  accuracyWords,
  reopenedDetail,
  turnaroundDetail,
  turnaroundWords,
} from './figure-words.ts';
import css from './output-panel.module.css';

interface FigureCellsProps {
  readonly figures: OverviewFigures;
  readonly period: DrillPeriod;
  /** Whose figures they are; everybody's where it is not said. */
  readonly target?: DrillSubject;
  readonly name?: string;
}

/** Counts open the entries they count; medians and rates say their n. */
export function FigureCells({ figures, period, target, name = '' }: FigureCellsProps) {
  const count = (value: number, label: string, to: DrillTarget, hint?: string) => (
    <td className={css['figure']}>
      {value === 0 ? (
        <span className={css['zero']}>0</span>
      ) : (
        <Tooltip label={hint ?? t('overview.output.openEntries', { name: label })}>
          <button
            type="button"
            className={css['link']}
            aria-label={`${formatNumber(value)} ${label}${name && `, ${name}`}`}
            onClick={() => drillDown(period, { ...target, ...to })}
          >
            {formatNumber(value)}
          </button>
        </Tooltip>
      )}
    </td>
  );
  return (
    <>
      {count(figures.completed.count, t('overview.output.completed'), { stage: 'completed' })}
      {count(figures.open.count, t('overview.output.open'), { stage: 'open' })}
      <td className={css['figure']}>{formatNumber(figures.totalCount)}</td>
      {count(
        figures.reopenedCount,
        t('overview.output.reopened'),
        { stage: 'all', isReopened: true },
        reopenedDetail(figures),
      )}
      <td className={css['figure']} data-tooltip={turnaroundDetail(figures)}>
        {turnaroundWords(figures)}
        {figures.turnaround && <Count count={figures.turnaround.count} />}
      </td>
      <td className={css['figure']} data-tooltip={accuracyDetail(figures)}>
        {accuracyWords(figures)}
        {figures.accuracy && <Count count={figures.accuracy.count} />}
      </td>
    </>
  );
}

/** The n of a rate, small beside it: never one without the other. */
function Count({ count }: { readonly count: number }) {
  return <small className={css['count']}>{t('overview.output.withCount', { count })}</small>;
}
