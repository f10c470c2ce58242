import { useMemo, useState } from 'react';
import { complianceOf, openSla } from '#shared/metrics/compliance';
import type { SlaCompliance } from '#shared/metrics/compliance';
import type { FigureTotals } from '#shared/metrics/insights/figure-rows';
import { groupingOf } from '#shared/metrics/insights/group-by';
import { groupedBy } from '#shared/metrics/insights/group-output';
import { SLA_STAGES } from '#shared/plan/outcome';
import type { SlaStage } from '#shared/plan/outcome';
import { formatNumber, formatRatio, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import type { StepSeries } from '../../../ui/charts/step-series.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { bucketLabel } from '../bucket-words.ts';
import { GroupTable } from '../group-table.tsx';
import type { GroupColumn } from '../group-table.tsx';
import { runningStep } from '../running-step.ts';
import { openBucket } from '../scope-drill.ts';
import { lowestTenth } from '../lowest-tenth.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import { useGroups } from '../use-groups.ts';
import type { NamedGroup } from '../use-groups.ts';

type StageChoice = 'all' | SlaStage;
const STAGE_CHOICES: readonly StageChoice[] = ['all', ...SLA_STAGES];

/** Promises kept, raw and excused beside each other, over time and by group; and what is late now. */
export function PromisePanels(props: InsightsTabProps) {
  const { plan, choice, shown, bucket, open, terms, today, nowMs } = props;
  const { byBucket, groups } = useGroups(props);
  const [stage, setStage] = useState<StageChoice>('all');
  const stages: readonly SlaStage[] = stage === 'all' ? SLA_STAGES : [stage];
  const keptIn = (totals: FigureTotals): SlaCompliance =>
    complianceOf(totals.amounts, undefined, stages);
  const overdue = useMemo(() => {
    const groupOf = groupingOf(choice.by, plan);
    return new Map(
      groupedBy(open, groupOf).map(({ id, lines }) => [id, openSla(lines, terms, nowMs)]),
    );
  }, [open, choice.by, plan, terms, nowMs]);
  const overdueOf = ({ id }: NamedGroup): number => {
    const late = overdue.get(id);
    return late ? stages.reduce((sum, each) => sum + late[each].overdue, 0) : 0;
  };
  const kept = byBucket.map(keptIn);
  const series: readonly StepSeries[] = [
    {
      key: 'raw',
      label: t('insights.figure.keptRaw'),
      kind: 'line',
      tone: 'accent',
      values: kept.map(({ raw }) => raw.share?.ratio ?? null),
      ranges: kept.map(({ raw }) =>
        raw.share ? { low: raw.share.lowRatio, high: raw.share.highRatio } : null,
      ),
    },
    {
      key: 'excused',
      label: t('insights.figure.keptExcused'),
      kind: 'line',
      tone: 'warn',
      values: kept.map(({ excused }) => excused.share?.ratio ?? null),
    },
  ];
  const onOpen = (at: number): void => openBucket(props, at, { stage: 'completed' });
  const hasAny = kept.some(({ raw }) => raw.counted > 0);
  return (
    <>
      <StepChart
        title={t('insights.promises.title')}
        definition={t('insights.define.kept')}
        actions={
          <Segmented<StageChoice>
            size="sm"
            label={t('insights.promises.stage')}
            value={stage}
            options={STAGE_CHOICES.map((value) => ({
              value,
              label: t(`insights.promises.stages.${value}`),
            }))}
            onChange={setStage}
          />
        }
        stepLabel={t(`insights.in.${bucket}`)}
        steps={shown.map((each) => bucketLabel(each, bucket))}
        runningAt={runningStep(shown, today)}
        series={series}
        columns={[
          {
            key: 'count',
            label: t('insights.figure.promises'),
            values: kept.map(({ raw }) => raw.counted),
            format: formatNumber,
          },
        ]}
        format={formatRatio}
        formatTick={(ratio) => formatRatio(ratio, 0)}
        domain={[lowestTenth(kept.map(({ raw }) => raw.share?.lowRatio ?? 1)), 1]}
        onOpen={onOpen}
        empty={hasAny ? undefined : t('insights.promises.none')}
      />
      <GroupTable
        {...props}
        title={t('insights.promises.byTitle', { by: t(`insights.byWord.${choice.by}`) })}
        definition={t('insights.define.kept')}
        groups={groups}
        columns={columnsOf(keptIn, overdueOf)}
      />
    </>
  );
}

const columnsOf = (
  keptIn: (totals: FigureTotals) => SlaCompliance,
  overdueOf: (group: NamedGroup) => number,
): readonly GroupColumn[] => [
  {
    key: 'raw',
    header: t('insights.figure.keptRaw'),
    kind: 'ratio',
    text: ({ totals }) => shareWords(keptIn(totals).raw.share?.ratio),
    value: ({ totals }) => keptIn(totals).raw.share?.ratio ?? null,
  },
  {
    key: 'excused',
    header: t('insights.figure.keptExcused'),
    kind: 'ratio',
    text: ({ totals }) => shareWords(keptIn(totals).excused.share?.ratio),
    value: ({ totals }) => keptIn(totals).excused.share?.ratio ?? null,
  },
  {
    key: 'count',
    header: t('insights.figure.promises'),
    kind: 'number',
    text: ({ totals }) => formatNumber(keptIn(totals).raw.counted),
    value: ({ totals }) => keptIn(totals).raw.counted,
  },
  {
    key: 'missed',
    header: t('insights.figure.missed'),
    kind: 'number',
    text: ({ totals }) => formatNumber(missedIn(keptIn(totals))),
    value: ({ totals }) => missedIn(keptIn(totals)),
    target: { stage: 'completed', isLate: true },
  },
  {
    key: 'overdue',
    header: t('insights.figure.overdue'),
    kind: 'number',
    text: (group) => formatNumber(overdueOf(group)),
    value: overdueOf,
    target: { stage: 'open', isLate: true },
  },
  {
    key: 'timed',
    header: t('insights.figure.timed'),
    kind: 'number',
    text: ({ totals }) => formatNumber(totals.times.turnaroundWorkMs.count),
    value: ({ totals }) => totals.times.turnaroundWorkMs.count,
  },
  ...([0.5, 0.85] as const).map((p): GroupColumn => ({
    key: `turnaround ${p}`,
    header: t(p === 0.5 ? 'insights.figure.turnaround50' : 'insights.figure.turnaround85'),
    kind: 'duration',
    width: '1.4fr',
    text: ({ totals }) => timeWords(totals, p),
    value: ({ totals }) => totals.times.turnaroundWorkMs.quantile(p),
  })),
];

const missedIn = ({ raw }: SlaCompliance): number => raw.counted - raw.met;

const shareWords = (ratio: number | undefined): string =>
  ratio === undefined ? '–' : formatRatio(ratio);

/** `3 h 20 min`; told to be about so where many times are told within an error. */
function timeWords({ times }: FigureTotals, p: number): string {
  const { relativeError, quantile } = times.turnaroundWorkMs;
  const ms = quantile(p);
  if (ms === null) return '–';
  const time = formatWorkTime(ms);
  return relativeError > 0 ? t('insights.about', { time }) : time;
}
