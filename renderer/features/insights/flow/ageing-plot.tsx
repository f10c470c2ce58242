import { scaleLinear } from 'd3-scale';
import type { TimeMarks } from '#shared/metrics/insights/ageing';
import { AGE_BANDS } from '#shared/metrics/insights/ageing';
import { formatNumber, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { PlotFrame } from '../../../ui/charts/plot-frame.ts';
import type { AgeingDot, AgeingRow } from './ageing-rows.ts';
import css from './plots.module.css';
import { outcomeName } from './flow-names.ts';
import type { FlowScope } from './flow-scope.ts';

export const ROW_PX = 40;
export const LABEL_PX = 190;
const LANE_PX = 7;
/** Dots stand above the marks of their row. */
const RAISED_PX = 6;
const DOT_PX = 4.5;
const LABEL_CHARACTERS = 27;

/** A place in the plot: across by age, down by outcome. */
const placeScale = ({ leftPx, rightPx }: PlotFrame) =>
  scaleLinear()
    .domain([0, AGE_BANDS.length])
    .range([leftPx, rightPx - DOT_PX]);

const rowMiddle = (row: number, { topPx }: PlotFrame): number => topPx + row * ROW_PX + ROW_PX / 2;

/** Where a dot is drawn. */
export const dotPlace = ({ place, row, lane }: AgeingDot, frame: PlotFrame) => ({
  x: placeScale(frame)(place),
  y: rowMiddle(row, frame) - RAISED_PX + lane * LANE_PX,
});

interface AgeingPlotProps {
  readonly frame: PlotFrame;
  readonly flow: FlowScope;
  readonly rows: readonly AgeingRow[];
  readonly dots: readonly AgeingDot[];
  readonly at: number | null;
}

/** Open work on the scale of its own outcome's past: four bands of equal width, whatever the outcome. */
export function AgeingPlot({ frame, flow, rows, dots, at }: AgeingPlotProps) {
  const x = placeScale(frame);
  const bottomPx = frame.topPx + rows.length * ROW_PX;
  return (
    <>
      {AGE_BANDS.map((band, index) => (
        <rect
          key={band}
          className={css['ageBand']}
          data-band={band}
          x={x(index)}
          width={x(index + 1) - x(index)}
          y={frame.topPx}
          height={bottomPx - frame.topPx}
        />
      ))}
      {AGE_BANDS.map((band, index) => (
        <text key={band} className={css['ageLabel']} x={x(index) + 6} y={bottomPx + 15}>
          {t(`insightsFlow.ageing.band.${band}`)}
        </text>
      ))}
      {rows.map(({ outcomeId, items }, row) => (
        <g key={outcomeId}>
          {row > 0 && (
            <line
              className={css['rowLine']}
              x1={0}
              x2={frame.rightPx}
              y1={frame.topPx + row * ROW_PX}
              y2={frame.topPx + row * ROW_PX}
            />
          )}
          <text className={css['rowName']} x={0} y={rowMiddle(row, frame) - 3}>
            {shortened(outcomeName(flow.plan, outcomeId))}
          </text>
          <text className={css['rowMarks']} x={0} y={rowMiddle(row, frame) + 12}>
            {t('insightsFlow.ageing.n', { n: formatNumber(marksOf(items)?.count ?? 0) })}
          </text>
          <RowMarks marks={marksOf(items)} x={x} y={rowMiddle(row, frame) + 15} />
        </g>
      ))}
      {dots.map((dot, index) => {
        const { x: cx, y: cy } = dotPlace(dot, frame);
        return (
          <circle
            key={dot.item.deliverable.id}
            className={css['ageDot']}
            data-basis={dot.item.basis}
            data-blocked={dot.item.isBlocked || undefined}
            data-at={index === at || undefined}
            cx={cx}
            cy={cy}
            r={index === at ? DOT_PX + 2 : DOT_PX}
          />
        );
      })}
    </>
  );
}

const shortened = (name: string): string =>
  name.length > LABEL_CHARACTERS ? `${name.slice(0, LABEL_CHARACTERS - 1)}…` : name;

/** Of begun work where there is any: what is not begun stands by the turnarounds of its outcome. */
const marksOf = (items: AgeingRow['items']): TimeMarks | null =>
  (items.find(({ basis }) => basis === 'cycle') ?? items[0])?.against?.marks ?? null;

interface RowMarksProps {
  readonly marks: TimeMarks | null;
  readonly x: (place: number) => number;
  readonly y: number;
}

/** What the edges of the bands mean for one outcome, at the edges. */
function RowMarks({ marks, x, y }: RowMarksProps) {
  if (!marks) return null;
  return [marks.p50Ms, marks.p85Ms, marks.p95Ms].map((ms, index) => (
    <text
      // oxlint-disable-next-line react/no-array-index-key -- an edge is its place
      key={index}
      className={css['rowMarks']}
      x={x(index + 1) - 4}
      y={y}
      textAnchor="end"
    >
      {formatWorkTime(ms)}
    </text>
  ));
}
