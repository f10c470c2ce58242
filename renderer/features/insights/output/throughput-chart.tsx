import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { figuresByBucket } from '#shared/metrics/insights/group-figures';
import { runChartOf } from '#shared/metrics/insights/run-chart';
import type { RunChart } from '#shared/metrics/insights/run-chart';
import { rangeAround } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import type { StepSeries } from '../../../ui/charts/step-series.ts';
import { bucketLabel } from '../bucket-words.ts';
import { runningStep } from '../running-step.ts';
import { openBucket } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';

/** How many entries were completed in each period, about their median: whether the pace itself has moved. */
export function ThroughputChart(props: InsightsTabProps) {
  const { figures, shown: buckets, bucket, today } = props;
  const counts = useMemo(
    () =>
      figuresByBucket(figures)
        .slice(0, buckets.length)
        .map(({ amounts }) => amounts.count),
    [figures, buckets],
  );
  const run = useMemo(
    () => runChartOf(counts.filter((_, at) => isOver(buckets[at], bucket, today))),
    [counts, buckets, bucket, today],
  );
  const series: readonly StepSeries[] = [
    {
      key: 'completed',
      label: t('insights.figure.completed'),
      kind: 'line',
      tone: 'accent',
      values: counts.map((count, at) => ((buckets[at]?.fromDay ?? '') <= today ? count : null)),
    },
    {
      key: 'median',
      label: t('insights.figure.median'),
      kind: 'target',
      tone: 'faint',
      isGuide: true,
      values: counts.map(() => run.median),
    },
  ];
  const onOpen = (at: number): void => openBucket(props, at, { stage: 'completed' });
  return (
    <StepChart
      title={t('insights.throughput.title')}
      note={runWords(run)}
      definition={t('insights.define.throughput')}
      stepLabel={t(`insights.in.${bucket}`)}
      steps={buckets.map((each) => bucketLabel(each, bucket))}
      series={series}
      runningAt={runningStep(buckets, today)}
      format={(count) => formatNumber(count, 1)}
      onOpen={onOpen}
      empty={counts.some((count) => count > 0) ? undefined : t('insights.nothing')}
    />
  );
}

/** Parts of a period and those still running are less by nature: they say nothing about the pace. */
function isOver(range: DayRange | undefined, bucket: Bucket, today: DayKey): boolean {
  if (!range || range.toDay >= today) return false;
  const whole = rangeAround(bucket, range.fromDay);
  return whole.fromDay === range.fromDay && whole.toDay === range.toDay;
}

function runWords({
  median,
  usefulCount,
  isShifted,
  longestRun,
  longestRunLimit,
}: RunChart): string {
  if (median === null) return '';
  const words = { median: formatNumber(median, 1), count: usefulCount, run: longestRun };
  if (!isShifted) return t('insights.throughput.steady', words);
  return longestRun > longestRunLimit
    ? t('insights.throughput.shifted', words)
    : t('insights.throughput.drifting', words);
}
