import type { FigureTotals } from '#shared/metrics/insights/figure-rows';
import { proportionOf } from '#shared/metrics/wilson';
import type { Proportion } from '#shared/metrics/wilson';
import { useSampledAccuracy } from '../../../data/quality/sampled-accuracy.ts';
import {
  formatNumber,
  formatQuantity,
  formatRatio,
  formatRatioEnds,
} from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import type { StepSeries } from '../../../ui/charts/step-series.ts';
import { bucketLabel } from '../bucket-words.ts';
import { GroupTable } from '../group-table.tsx';
import type { GroupColumn } from '../group-table.tsx';
import css from '../insights-view.module.css';
import { lowestTenth } from '../lowest-tenth.ts';
import { runningStep } from '../running-step.ts';
import { openBucket, subjectOf } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import { useGroups } from '../use-groups.ts';
import type { NamedGroup } from '../use-groups.ts';

/** How right work was: by the errors that were logged, and how much of it came back. */
export function QualityPanels(props: InsightsTabProps) {
  const { plan, choice, scope, shown, bucket, period, today } = props;
  const { byBucket, groups } = useGroups(props);
  const sampled = useSampledAccuracy(plan, period.range);
  const sampledIn = ({ rows }: NamedGroup): Proportion | null =>
    sampled?.of(subjectOf(scope, choice.by, rows)).pieces ?? null;
  const steps = shown.map((each) => bucketLabel(each, bucket));
  const runningAt = runningStep(shown, today);
  const accuracies = byBucket.map(accuracyIn);
  const rework = byBucket.map(reworkIn);
  const onOpen = (at: number): void => openBucket(props, at, { stage: 'completed' });
  const onOpenRework = (at: number): void =>
    openBucket(props, at, { stage: 'completed', isReworked: true });
  return (
    <>
      <div className={css['pair']}>
        <StepChart
          title={t('insights.figure.accuracy')}
          definition={t('insights.define.accuracy')}
          stepLabel={t(`insights.in.${bucket}`)}
          steps={steps}
          runningAt={runningAt}
          series={[shareSeries('accuracy', t('insights.figure.accuracy'), accuracies)]}
          columns={[
            {
              key: 'checked',
              label: t('insights.figure.checked'),
              values: byBucket.map(({ amounts }) => amounts.checkedQuantity),
              format: formatQuantity,
            },
          ]}
          format={formatRatio}
          domain={[lowestTenth(accuracies.map((share) => share?.lowRatio ?? 1)), 1]}
          onOpen={onOpen}
          empty={accuracies.some(Boolean) ? undefined : t('insights.quality.noChecks')}
        />
        <StepChart
          title={t('insights.figure.rework')}
          definition={t('insights.define.rework')}
          stepLabel={t(`insights.in.${bucket}`)}
          steps={steps}
          runningAt={runningAt}
          series={[shareSeries('rework', t('insights.figure.rework'), rework)]}
          columns={[
            {
              key: 'completed',
              label: t('insights.figure.completed'),
              values: byBucket.map(({ amounts }) => amounts.count),
              format: formatNumber,
            },
          ]}
          format={formatRatio}
          onOpen={onOpenRework}
          empty={rework.some(Boolean) ? undefined : t('insights.nothing')}
        />
      </div>
      <GroupTable
        {...props}
        title={t('insights.quality.byTitle', { by: t(`insights.byWord.${choice.by}`) })}
        definition={`${t('insights.define.accuracy')} ${t('insights.define.sampled')}`}
        groups={groups}
        columns={columnsOf(sampledIn)}
      />
    </>
  );
}

const accuracyIn = ({ amounts }: FigureTotals): Proportion | null =>
  proportionOf(amounts.checkedQuantity - amounts.errors, amounts.checkedQuantity);

const reworkIn = ({ amounts }: FigureTotals): Proportion | null =>
  proportionOf(amounts.reworkedCount, amounts.count);

const shareSeries = (
  key: string,
  label: string,
  shares: readonly (Proportion | null)[],
): StepSeries => ({
  key,
  label,
  kind: 'line',
  tone: 'accent',
  values: shares.map((share) => share?.ratio ?? null),
  ranges: shares.map((share) => share && { low: share.lowRatio, high: share.highRatio }),
});

const columnsOf = (sampledIn: (group: NamedGroup) => Proportion | null): readonly GroupColumn[] => [
  {
    key: 'accuracy',
    header: t('insights.figure.accuracy'),
    kind: 'ratio',
    text: ({ totals }) => shareWords(accuracyIn(totals)),
    value: ({ totals }) => accuracyIn(totals)?.ratio ?? null,
  },
  {
    key: 'interval',
    header: t('insights.figure.interval'),
    width: '1.7fr',
    kind: 'text',
    text: ({ totals }) => intervalWords(accuracyIn(totals)),
    value: ({ totals }) => intervalWords(accuracyIn(totals)),
  },
  {
    key: 'checked',
    header: t('insights.figure.checked'),
    kind: 'number',
    text: ({ totals }) => formatQuantity(totals.amounts.checkedQuantity),
    value: ({ totals }) => totals.amounts.checkedQuantity,
  },
  {
    key: 'errors',
    header: t('insights.figure.errors'),
    kind: 'number',
    text: ({ totals }) => formatQuantity(totals.amounts.errors),
    value: ({ totals }) => totals.amounts.errors,
  },
  {
    key: 'sampled',
    header: t('insights.figure.sampled'),
    kind: 'ratio',
    text: (group) => shareWords(sampledIn(group)),
    value: (group) => sampledIn(group)?.ratio ?? null,
  },
  {
    key: 'sampledInterval',
    header: t('insights.figure.sampledInterval'),
    width: '2.2fr',
    kind: 'text',
    text: (group) => sampledWords(sampledIn(group)),
    value: (group) => sampledWords(sampledIn(group)),
  },
  {
    key: 'reworked',
    header: t('insights.figure.reworked'),
    kind: 'number',
    text: ({ totals }) => formatNumber(totals.amounts.reworkedCount),
    value: ({ totals }) => totals.amounts.reworkedCount,
    target: { stage: 'completed', isReworked: true },
  },
  {
    key: 'rework',
    header: t('insights.figure.reworkRatio'),
    kind: 'ratio',
    text: ({ totals }) => shareWords(reworkIn(totals)),
    value: ({ totals }) => reworkIn(totals)?.ratio ?? null,
  },
  {
    key: 'count',
    header: t('insights.figure.entries'),
    kind: 'number',
    text: ({ totals }) => formatNumber(totals.amounts.count),
    value: ({ totals }) => totals.amounts.count,
  },
];

const shareWords = (share: Proportion | null): string => (share ? formatRatio(share.ratio) : '–');

const sampledWords = (share: Proportion | null): string =>
  share ? t('insights.ofCount', { range: intervalWords(share), count: share.count }) : '–';

const intervalWords = (share: Proportion | null): string =>
  share ? t('insights.between', formatRatioEnds(share)) : '–';
