import { useMemo } from 'react';
import { outputAt } from '#shared/metrics/insights/group-output';
import type { OutputLine } from '#shared/metrics/insights/group-output';
import { onceFor } from '#shared/once-for';
import { formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import type { StepSeries } from '../../../ui/charts/step-series.ts';
import { bucketLabel } from '../bucket-words.ts';
import { unitOf } from '../group-names.ts';
import { openBucket } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import { formatTarget } from './output-words.ts';
import type { OutputFacts } from './use-output.ts';

/** Of every bucket, all lines together. */
const outputsOf = onceFor((lines: readonly OutputLine[]) =>
  (lines[0]?.cells ?? []).map((_, at) => outputAt(lines, at)),
);

/** Output of each period beside what was asked for in it: in its unit where there is one, else as a share. */
export function OutputChart(props: InsightsTabProps & OutputFacts) {
  const { plan, shown: buckets, bucket, lines, today } = props;
  const unit = unitOf(lines, plan);
  const steps = useMemo(() => buckets.map((each) => bucketLabel(each, bucket)), [buckets, bucket]);
  const outputs = outputsOf(lines).slice(0, buckets.length);
  const hasBegun = (at: number): boolean => (buckets[at]?.fromDay ?? '') <= today;
  const isInUnits = unit !== null;
  const values = outputs.map(({ quantity, attainment }, at) => {
    if (!hasBegun(at)) return null;
    return isInUnits ? quantity : (attainment?.ratio ?? null);
  });
  const targets = outputs.map(({ target, attainment }) => {
    if (isInUnits) return target && target.whole > 0 ? target.whole : null;
    return attainment ? 1 : null;
  });
  const label = isInUnits && unit !== '' ? unit : t('insights.figure.attainment');
  const series: readonly StepSeries[] = [
    { key: 'output', label, kind: 'bars', tone: 'accent', values },
    {
      key: 'target',
      label: t('insights.figure.target'),
      kind: 'target',
      tone: 'ink',
      values: targets,
    },
  ];
  const onOpen = (at: number): void => openBucket(props, at, { stage: 'completed' });
  const hasValue = values.some((value) => value !== null);
  return (
    <StepChart
      title={t('insights.output.title')}
      definition={t('insights.define.output')}
      stepLabel={t(`insights.in.${bucket}`)}
      steps={steps}
      series={series}
      columns={[
        {
          key: 'count',
          label: t('insights.figure.entries'),
          values: outputs.map(({ count }) => count),
          format: formatTarget,
        },
      ]}
      format={isInUnits ? formatTarget : (ratio) => formatRatio(ratio, 0)}
      onOpen={onOpen}
      empty={hasValue ? undefined : t('insights.output.noTargets')}
    />
  );
}
