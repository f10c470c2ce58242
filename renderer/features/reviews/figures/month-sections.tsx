import type { MonthlyFigures } from '#shared/cadence/review-figures';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { formatNumber, formatRatio } from '../../../i18n/format.ts';
import { dateFormat } from '../../../i18n/intl.ts';
import { t } from '../../../i18n/text.ts';
import { StepChart } from '../../../ui/charts/step-chart.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { periodOf } from './figure-period.ts';
import css from './figures.module.css';
import { SectionList } from './section-list.tsx';

const WEEKS = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

/** Output against target over the month and the two before it. */
export function WeeksSection({ figures }: { readonly figures: MonthlyFigures }) {
  const { weeks } = figures;
  return (
    <StepChart
      title={t('reviews.weeks.title')}
      definition={t('reviews.figures.define.attainment')}
      stepLabel={t('reviews.weeks.week')}
      steps={weeks.map(({ fromDay }) =>
        dateFormat(WEEKS).format(Date.parse(`${fromDay}T00:00:00Z`)),
      )}
      series={[
        {
          key: 'ratio',
          label: t('reviews.weeks.ratio'),
          kind: 'bars',
          tone: 'accent',
          values: weeks.map(({ ratio }) => ratio),
        },
        {
          key: 'target',
          label: t('reviews.output.target'),
          kind: 'target',
          tone: 'ink',
          values: weeks.map(({ ratio }) => (ratio === null ? null : 1)),
          isGuide: true,
        },
      ]}
      columns={[
        {
          key: 'count',
          label: t('reviews.weeks.done'),
          values: weeks.map(({ count }) => count),
          format: (value) => formatNumber(value),
        },
      ]}
      format={(ratio) => formatRatio(ratio, 0)}
      heightPx={140}
      empty={weeks.every(({ ratio }) => ratio === null) ? t('reviews.output.none') : undefined}
      onOpen={(at) => {
        const week = weeks[at];
        if (!week) return;
        const { fromDay, toDay } = week;
        drillDown(
          { ...periodOf(figures), kind: 'week', range: { fromDay, toDay } },
          { memberId: figures.memberId, stage: 'completed' },
        );
      }}
    />
  );
}

/** Work that came back, by the reason that was given. */
export function ReturnedSection({ figures }: { readonly figures: MonthlyFigures }) {
  return (
    <SectionList
      title={t('reviews.returned.title')}
      items={figures.returned}
      leftOut={figures.leftOut['returned']}
      none={t('reviews.returned.none')}
      keyOf={({ reason }) => reason}
    >
      {({ reason, count }) => (
        <>
          <span className={css['said']}>{reason || t('reviews.returned.noReason')}</span>
          <span className={css['side']}>{t('reviews.returned.times', { count })}</span>
        </>
      )}
    </SectionList>
  );
}

/** How many of the check-ins that were owed were given: a rhythm, not a measure of work. */
export function CheckInsSection({ figures }: { readonly figures: MonthlyFigures }) {
  const { checkIns } = figures;
  if (!checkIns || checkIns.owedCount === 0) return null;
  return (
    <Panel title={t('reviews.checkIns.title')}>
      <p className={css['none']}>
        {t('reviews.checkIns.sent', { sent: checkIns.sentCount, owed: checkIns.owedCount })}
      </p>
    </Panel>
  );
}
