import type { FigureTotals } from '#shared/metrics/insights/figure-rows';
import { formatMoney, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import type { StepSeries } from '../../../ui/charts/step-series.ts';
import { bucketLabel } from '../bucket-words.ts';
import { unitOf } from '../group-names.ts';
import { GroupTable } from '../group-table.tsx';
import type { GroupColumn } from '../group-table.tsx';
import css from '../insights-view.module.css';
import { runningStep } from '../running-step.ts';
import { openBucket } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import { useGroups } from '../use-groups.ts';
import type { NamedGroup } from '../use-groups.ts';

type MoneyName = 'valueMinor' | 'costMinor';

/** What work was worth and what was spent on it: together, per output and per unit. */
export function ValuePanels(props: InsightsTabProps) {
  const { plan, choice, shown, bucket, today } = props;
  const { byBucket, groups } = useGroups(props);
  const currency = plan.workspace?.currency ?? 'USD';
  const money = (minor: number): string => formatMoney(minor, currency);
  const steps = shown.map((each) => bucketLabel(each, bucket));
  const onOpen = (at: number): void => openBucket(props, at, { stage: 'completed' });
  const sums = (name: MoneyName): readonly (number | null)[] =>
    byBucket.map(({ amounts }) => amounts[name] || null);
  const perOutput = (name: MoneyName): readonly (number | null)[] =>
    byBucket.map(({ amounts }) => per(amounts[name], amounts.count));
  const hasAny = byBucket.some(
    ({ amounts }) => amounts.valueMinor !== 0 || amounts.costMinor !== 0,
  );
  const chart = {
    stepLabel: t(`insights.in.${bucket}`),
    steps,
    runningAt: runningStep(shown, today),
    format: money,
    formatTick: (minor: number) => money(minor).replace(/[.,]00$/, ''),
    columns: [
      {
        key: 'count',
        label: t('insights.figure.entries'),
        values: byBucket.map(({ amounts }) => amounts.count),
        format: formatNumber,
      },
    ],
    onOpen,
    empty: hasAny ? undefined : t('insights.value.none'),
  };
  return (
    <>
      <div className={css['pair']}>
        <StepChart
          {...chart}
          title={t('insights.value.title')}
          definition={t('insights.define.value')}
          series={seriesOf(sums)}
        />
        <StepChart
          {...chart}
          title={t('insights.value.perTitle')}
          definition={t('insights.define.valuePerOutput')}
          series={seriesOf(perOutput)}
        />
      </div>
      <GroupTable
        {...props}
        title={t('insights.value.byTitle', { by: t(`insights.byWord.${choice.by}`) })}
        definition={t('insights.define.valuePerOutput')}
        groups={groups}
        columns={columnsOf(currency, ({ rows }) => unitOf(rows, plan))}
      />
    </>
  );
}

const seriesOf = (of: (name: MoneyName) => readonly (number | null)[]): readonly StepSeries[] => [
  {
    key: 'value',
    label: t('insights.figure.value'),
    kind: 'line',
    tone: 'accent',
    values: of('valueMinor'),
  },
  {
    key: 'cost',
    label: t('insights.figure.cost'),
    kind: 'line',
    tone: 'warn',
    values: of('costMinor'),
  },
];

function columnsOf(
  currency: string,
  unitIn: (group: NamedGroup) => string | null,
): readonly GroupColumn[] {
  const column = (
    key: string,
    header: string,
    minorOf: (totals: FigureTotals, group: NamedGroup) => number | null,
  ): GroupColumn => ({
    key,
    header,
    kind: 'number',
    currency,
    text: (group) => {
      const minor = minorOf(group.totals, group);
      return minor === null ? '–' : formatMoney(minor, currency);
    },
    value: (group) => minorOf(group.totals, group),
  });
  return [
    {
      key: 'count',
      header: t('insights.figure.entries'),
      kind: 'number',
      text: ({ totals }) => formatNumber(totals.amounts.count),
      value: ({ totals }) => totals.amounts.count,
    },
    column('value', t('insights.figure.value'), ({ amounts }) => amounts.valueMinor || null),
    column('cost', t('insights.figure.cost'), ({ amounts }) => amounts.costMinor || null),
    column('valuePer', t('insights.figure.valuePerOutput'), ({ amounts }) =>
      per(amounts.valueMinor, amounts.count),
    ),
    column('costPer', t('insights.figure.costPerOutput'), ({ amounts }) =>
      per(amounts.costMinor, amounts.count),
    ),
    column('costPerUnit', t('insights.figure.costPerUnit'), ({ amounts }, group) =>
      unitIn(group) === null ? null : per(amounts.costMinor, amounts.quantity),
    ),
  ];
}

/** Nothing where nobody named an amount: no work is known to be worth or to cost nothing. */
const per = (minor: number, count: number): number | null =>
  minor !== 0 && count > 0 ? minor / count : null;
