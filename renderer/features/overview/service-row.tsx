import type { Kept } from '#shared/metrics/compliance';
import type { ServiceFigures, TimeSpread } from '#shared/metrics/service';
import { formatNumber, formatRatio, formatRatioSpan, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod, DrillSubject } from '../../app/parts/drill-down.ts';
import css from './service-panel.module.css';
import { WaitCell } from './wait-cell.tsx';

interface ServiceRowProps {
  readonly name: string;
  readonly service: ServiceFigures;
  readonly period: DrillPeriod;
  readonly target: DrillSubject;
  readonly isTotal?: boolean;
}

/** One member's or one outcome's promises and times; the name opens the entries behind them. */
export function ServiceRow({ name, service, period, target, isTotal = false }: ServiceRowProps) {
  const { compliance, overdueCount, turnaround, cycle, waits } = service;
  return (
    <tr className={css['row']} data-total={isTotal || undefined}>
      <th scope="row" className={css['name']}>
        <button
          type="button"
          className={css['link']}
          onClick={() => drillDown(period, { ...target, stage: 'all' })}
        >
          {name}
        </button>
      </th>
      <KeptCell kept={compliance.raw} isFirst />
      <KeptCell kept={compliance.excused} />
      <td className={css['figure']} data-tone={overdueCount > 0 ? 'bad' : undefined}>
        {compliance.raw.counted === 0 ? NONE : formatNumber(overdueCount)}
      </td>
      <TimeCells spread={turnaround} quantiles={['p50Ms', 'p85Ms', 'p95Ms']} />
      <TimeCells spread={cycle} quantiles={['p50Ms', 'p85Ms']} />
      <WaitCell waits={waits} />
    </tr>
  );
}

function KeptCell({ kept, isFirst }: { readonly kept: Kept; readonly isFirst?: boolean }) {
  const { share, counted, met } = kept;
  return (
    <td
      className={css['figure']}
      data-first={isFirst}
      data-tooltip={
        share
          ? t('overview.service.keptDetail', {
              met: formatNumber(met),
              counted: formatNumber(counted),
              ...formatRatioSpan(share),
            })
          : t('overview.service.keptNone')
      }
    >
      {share ? formatRatio(share.ratio) : NONE}
      {share && isFirst && (
        <small className={css['count']}>{t('overview.output.withCount', { count: counted })}</small>
      )}
    </td>
  );
}

interface TimeCellsProps {
  readonly spread: TimeSpread | null;
  readonly quantiles: readonly ('p50Ms' | 'p85Ms' | 'p95Ms')[];
}

function TimeCells({ spread, quantiles }: TimeCellsProps) {
  return quantiles.map((name, at) => (
    <td
      key={name}
      className={css['figure']}
      data-first={at === 0 || undefined}
      data-tooltip={
        spread
          ? t('overview.service.timeDetail', {
              hours: spread[name] / HOUR_MS,
              count: spread.count,
            })
          : t('overview.service.timeNone')
      }
    >
      {spread ? formatWorkTime(spread[name]) : NONE}
    </td>
  ));
}

const HOUR_MS = 3_600_000;
const NONE = '–';
