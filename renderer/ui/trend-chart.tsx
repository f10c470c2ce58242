import { ChartColumn, Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../i18n/text.ts';
import { IconButton } from './icon-button.tsx';
import { TrendPlot } from './trend-plot.tsx';
import { TrendTable } from './trend-table.tsx';
import css from './trend-chart.module.css';
import { useWidthOf } from './width-of.ts';

export interface TrendPoint {
  /** The period, as it stands on the axis: `3 Nov`. */
  readonly label: string;
  /** Null where there is nothing to show: a gap and not a zero. */
  readonly value: number | null;
  readonly target?: number | null | undefined;
}

export interface TrendChartProps {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  readonly kind?: 'bars' | 'line' | undefined;
  readonly heightPx?: number | undefined;
  readonly format?: ((value: number) => string) | undefined;
  /** What the values are called: `Listings`. */
  readonly valueLabel?: string | undefined;
  readonly targetLabel?: string | undefined;
}

/** A measure over periods with its target; the figures of the period under the pointer above it, all of them as a table. */
export function TrendChart({
  label,
  points,
  kind = 'bars',
  heightPx = 168,
  format = String,
  valueLabel = t('ui.value'),
  targetLabel = t('ui.target'),
}: TrendChartProps) {
  const [isTable, setIsTable] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const widthPx = useWidthOf(frame, 640);
  const shown = pointed === null ? points.at(-1) : points[pointed];
  return (
    <figure className={css['chart']}>
      <figcaption className={css['caption']}>
        <span className={css['title']}>{label}</span>
        {shown && !isTable && (
          <span className={css['reading']}>
            {shown.label}
            <strong>{shown.value === null ? '–' : format(shown.value)}</strong>
            {typeof shown.target === 'number' && (
              <span className={css['against']}>
                {targetLabel} {format(shown.target)}
              </span>
            )}
          </span>
        )}
        <IconButton
          size="sm"
          label={isTable ? t('ui.showChart') : t('ui.showNumbers')}
          icon={isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
          onClick={() => setIsTable(!isTable)}
        />
      </figcaption>
      <div ref={frame} className={css['frame']} style={{ height: heightPx }}>
        {isTable ? (
          <TrendTable
            label={label}
            points={points}
            format={format}
            valueLabel={valueLabel}
            targetLabel={targetLabel}
          />
        ) : (
          <TrendPlot
            label={label}
            points={points}
            kind={kind}
            widthPx={widthPx}
            heightPx={heightPx}
            format={format}
            pointed={pointed}
            onPoint={setPointed}
          />
        )}
      </div>
    </figure>
  );
}
