import { useMemo, useState } from 'react';
import { daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { TimeMarks } from '#shared/metrics/insights/ageing';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { formatNumber, formatRatio, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { PlotArea } from '../../../ui/charts/plot-area.tsx';
import type { PlotFrame } from '../../../ui/charts/plot-frame.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { FlowFigure } from './flow-figure.tsx';
import { bucketLabel } from '../bucket-words.ts';
import type { FlowScope } from './flow-scope.ts';
import { indexOf, isInside, nearestIndex } from './nearest.ts';
import { cellWords, openCell, openPoint, pointWords, timesTable } from './scatter-words.ts';
import { ScatterPlot, cellBox, pointPlace } from './scatter-plot.tsx';
import { TIME_KINDS, useTimes } from './use-times.ts';
import type { TimeKind } from './use-times.ts';

interface ScatterPanelProps {
  readonly flow: FlowScope;
  readonly figures: Figures;
}

/** How long each completed deliverable took: a point each while they are few, counted fields when they are many. */
export function ScatterPanel({ flow, figures }: ScatterPanelProps) {
  const [kind, setKind] = useState<TimeKind>('cycleWorkMs');
  const [at, setAt] = useState<number | null>(null);
  const { count, marks, points, cells } = useTimes(flow, figures, kind);
  const { range, buckets } = untilToday(figures, flow.today);
  const dayCount = daysBetween(range.fromDay, range.toDay) + 1;
  const lasting = useMemo(
    () =>
      Math.max(
        1,
        marks?.p95Ms ?? 0,
        ...(points ?? []).map(({ ms }) => ms),
        ...cells.map(({ toMs }) => toMs),
      ),
    [marks, points, cells],
  );
  const isDensity = cells.length > 0;
  const open = (index: number): void => {
    const [point, cell] = [points?.[index], cells[index]];
    if (cell) openCell(flow, figures, cell);
    else if (point) openPoint(flow, point);
  };
  const table = useMemo(
    () => timesTable(flow, figures, { points, cells }),
    [flow, figures, points, cells],
  );
  if (!points) return <LoadingState label={t('insightsFlow.scatter.loading')} />;
  const wordsAt = (index: number): string => {
    const [point, cell] = [points[index], cells[index]];
    if (cell) return cellWords(flow, figures, cell);
    return point ? pointWords(flow, point) : '';
  };
  const drawing = { range, dayCount, lasting, bucketCount: buckets.length };
  const nearest = (xPx: number, yPx: number, frame: PlotFrame): number | null =>
    isDensity
      ? indexOf(cells, (cell) => isInside(cellBox(cell, frame, drawing), xPx, yPx))
      : nearestIndex(
          points.map((point) => pointPlace(point, frame, drawing)),
          xPx,
          yPx,
        );
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.scatter.title')}
      note={t('insightsFlow.scatter.n', { n: formatNumber(count) })}
      definition={t('insightsFlow.define.scatter')}
      actions={
        <Segmented
          size="sm"
          label={t('insightsFlow.scatter.what')}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setAt(null);
          }}
          options={TIME_KINDS.map((value) => ({
            value,
            label: t(`insightsFlow.scatter.kind.${value}`),
          }))}
        />
      }
      reading={at === null ? spreadWords(marks) : wordsAt(at)}
      empty={count === 0 ? t('insightsFlow.scatter.empty') : undefined}
      table={table}
    >
      <PlotArea
        label={t('insightsFlow.scatter.title')}
        heightPx={220}
        cursor={{
          count: isDensity ? cells.length : points.length,
          at,
          onMove: setAt,
          nearest,
          wordsAt,
          onOpen: open,
        }}
      >
        {(frame) => (
          <ScatterPlot
            frame={frame}
            drawing={drawing}
            points={points}
            cells={cells}
            marks={marks}
            labels={buckets.map((bucket) => bucketLabel(bucket, flow.bucket))}
            at={at}
          />
        )}
      </PlotArea>
    </FlowFigure>
  );
}

/** What the dashed lines say. */
const spreadWords = (marks: TimeMarks | null): string =>
  marks
    ? t('insightsFlow.scatter.note', {
        p50: formatWorkTime(marks.p50Ms),
        p85: formatWorkTime(marks.p85Ms),
        p95: formatWorkTime(marks.p95Ms),
        error:
          marks.relativeError > 0
            ? t('insightsFlow.scatter.error', { error: formatRatio(marks.relativeError) })
            : '',
      })
    : t('insightsFlow.scatter.few');

/** Days to come have nothing to show, and would take the room of those that have. */
function untilToday(
  { range, buckets }: Figures,
  today: DayKey,
): Pick<Figures, 'range' | 'buckets'> {
  if (range.toDay <= today || range.fromDay > today) return { range, buckets };
  return {
    range: { ...range, toDay: today },
    buckets: buckets.filter(({ fromDay }) => fromDay <= today),
  };
}
