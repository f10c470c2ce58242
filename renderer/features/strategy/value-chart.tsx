import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useRef } from 'react';
import { daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useWidthOf } from '../../ui/width-of.ts';
import css from './value-chart.module.css';
import type { ValuePoint } from './value-points.ts';

interface ValueChartProps {
  readonly label: string;
  readonly points: readonly ValuePoint[];
  readonly days: DayRange;
  readonly today: DayKey;
  readonly start: number | null;
  readonly target: number | null;
  readonly format: (value: number) => string;
}

const HEIGHT_PX = 128;
/** Room for the target's words above a way that rises, below one that falls. */
const TOP_PX = 20;
const BOTTOM_PX = 32;
/** Room for the last dot beside the right edge. */
const SIDE_PX = 5;

/** A value over the days of its quarter, with the way it was to go: from start to target. */
export function ValueChart(props: ValueChartProps) {
  const { label, points, days, today, start, target, format } = props;
  const frame = useRef<HTMLDivElement>(null);
  const widthPx = useWidthOf(frame, 320);
  const values = [...points.map(({ value }) => value), start, target].filter(
    (value) => value !== null,
  );
  const x = scaleLinear()
    .domain([0, daysBetween(days.fromDay, days.toDay)])
    .range([SIDE_PX, widthPx - SIDE_PX]);
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([HEIGHT_PX - BOTTOM_PX, TOP_PX]);
  const at = (day: DayKey) => x(daysBetween(days.fromDay, day));
  const path = line<ValuePoint>()
    .x(({ day }) => at(day))
    .y(({ value }) => y(value))([...points]);
  const last = points.at(-1);
  return (
    <div ref={frame} className={css['chart']}>
      <svg
        role="img"
        aria-label={t('strategy.chart', {
          label,
          points: points.map(({ day, value }) => `${formatDay(day)} ${format(value)}`).join(', '),
        })}
        width={widthPx}
        height={HEIGHT_PX}
      >
        {target !== null && (
          <>
            <line
              x1={at(days.fromDay)}
              x2={at(days.toDay)}
              y1={y(start ?? target)}
              y2={y(target)}
              className={css['way']}
            />
            <text
              x={widthPx - SIDE_PX}
              y={y(target) + (start !== null && start > target ? 13 : -6)}
              textAnchor="end"
              className={css['text']}
            >
              {t('strategy.targetAt', { target: format(target) })}
            </text>
          </>
        )}
        {today > days.fromDay && today < days.toDay && (
          <line
            x1={at(today)}
            x2={at(today)}
            y1={TOP_PX}
            y2={HEIGHT_PX - BOTTOM_PX}
            className={css['today']}
          />
        )}
        <path d={path ?? undefined} className={css['line']} />
        {points.map(({ day, value }) => (
          <circle key={day} cx={at(day)} cy={y(value)} r={2.5} className={css['dot']}>
            <title>{`${formatDay(day)}: ${format(value)}`}</title>
          </circle>
        ))}
        {last && (
          <text
            x={Math.min(Math.max(at(last.day), 24), widthPx - 24)}
            y={y(last.value) + (isFalling(points) ? 15 : -7)}
            textAnchor="middle"
            className={css['value']}
          >
            {format(last.value)}
          </text>
        )}
        <text x={0} y={HEIGHT_PX - 4} className={css['text']}>
          {formatDay(days.fromDay)}
        </text>
        <text x={widthPx} y={HEIGHT_PX - 4} textAnchor="end" className={css['text']}>
          {formatDay(days.toDay)}
        </text>
      </svg>
    </div>
  );
}

/** The last value stands on the side that its line does not come from. */
function isFalling(points: readonly ValuePoint[]): boolean {
  const [before, last] = points.slice(-2);
  return before !== undefined && last !== undefined && last.value < before.value;
}
