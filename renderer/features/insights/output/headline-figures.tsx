import { TriangleAlert } from 'lucide-react';
import type { Figures, FigureTotals } from '#shared/metrics/insights/figure-rows';
import { wholeOf } from '#shared/metrics/insights/group-figures';
import { outputOver } from '#shared/metrics/insights/group-output';
import { complianceOf } from '#shared/metrics/compliance';
import { proportionOf } from '#shared/metrics/wilson';
import { onceFor } from '#shared/once-for';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { formatNumber, formatRatio, formatRatioEnds } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Headline } from '../headline.tsx';
import type { HeadlineFigure } from '../headline.tsx';
import { scopeSubject } from '../scope-drill.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import type { OutputFacts } from './use-output.ts';

/** The figures of the whole filter, each beside what it was before. */
export function HeadlineFigures(props: InsightsTabProps & OutputFacts) {
  const { figures, previous, lines, linesBefore, open, period, scope } = props;
  const now = wholeOf(figures);
  const before = completedBefore(previous);
  const output = outputOfLines(lines);
  const outputBefore = linesBefore && outputOfLines(linesBefore);
  const subject = scopeSubject(scope);
  const openCompleted = () => drillDown(period, { ...subject, stage: 'completed' });
  const kept = complianceOf(now.amounts).raw.share;
  const keptBefore = before && complianceOf(before.amounts).raw.share;
  const accuracy = accuracyOf(now.amounts);
  const accuracyBefore = before && accuracyOf(before.amounts);
  const list: readonly HeadlineFigure[] = [
    {
      key: 'attainment',
      label: t('insights.figure.attainment'),
      definition: t('insights.define.attainment'),
      value: output.attainment && formatRatio(output.attainment.ratio, 0),
      count: output.attainment
        ? t('insights.headline.targets', {
            onPace: output.attainment.onPaceCount,
            count: output.attainment.targetCount,
          })
        : t('insights.headline.noTargets'),
      before:
        before && outputBefore?.attainment ? formatRatio(outputBefore.attainment.ratio, 0) : null,
      onOpen: openCompleted,
    },
    {
      key: 'completed',
      label: t('insights.figure.completed'),
      definition: t('insights.define.completed'),
      value: formatNumber(now.amounts.count),
      count: t('insights.headline.open', { count: open.length }),
      before: before && formatNumber(before.amounts.count),
      onOpen: openCompleted,
    },
    {
      key: 'kept',
      label: t('insights.figure.kept'),
      definition: t('insights.define.kept'),
      value: kept && formatRatio(kept.ratio),
      count: kept
        ? t('insights.headline.promises', { count: kept.count })
        : t('insights.headline.noPromises'),
      before: keptBefore ? formatRatio(keptBefore.ratio) : null,
      onOpen: () => drillDown(period, { ...subject, stage: 'completed', isLate: true }),
    },
    {
      key: 'accuracy',
      label: t('insights.figure.accuracy'),
      definition: t('insights.define.accuracy'),
      value: accuracy && formatRatio(accuracy.ratio),
      count: accuracy
        ? t('insights.headline.checked', {
            count: accuracy.count,
            ...formatRatioEnds(accuracy),
          })
        : t('insights.headline.noChecks'),
      before: accuracyBefore ? formatRatio(accuracyBefore.ratio) : null,
      onOpen: openCompleted,
    },
    {
      key: 'rework',
      label: t('insights.figure.rework'),
      definition: t('insights.define.rework'),
      value: now.amounts.count > 0 ? formatNumber(now.amounts.reworkedCount) : null,
      count:
        now.amounts.count > 0
          ? t('insights.headline.ofCompleted', {
              ratio: formatRatio(now.amounts.reworkedCount / now.amounts.count),
              count: now.amounts.count,
            })
          : t('insights.nothing'),
      before: before && formatNumber(before.amounts.reworkedCount),
      onOpen: () => drillDown(period, { ...subject, stage: 'completed', isReworked: true }),
    },
  ];
  return (
    <>
      <Headline figures={list} />
      {now.amounts.oddCount > 0 && (
        <p>
          <Button
            size="sm"
            variant="quiet"
            icon={<TriangleAlert aria-hidden />}
            onClick={() => drillDown(period, { ...subject, stage: 'completed', isOdd: true })}
          >
            {t('insights.headline.odd', { count: now.amounts.oddCount })}
          </Button>
        </p>
      )}
    </>
  );
}

/** Of hundreds of lines, which mostly stay as they are. */
const outputOfLines = onceFor(outputOver);

/** Null where nothing was completed before: what began since has nothing to be held against. */
function completedBefore(previous: Figures | null): FigureTotals | null {
  const totals = previous && wholeOf(previous);
  return totals && totals.amounts.count > 0 ? totals : null;
}

const accuracyOf = ({ checkedQuantity, errors }: { checkedQuantity: number; errors: number }) =>
  proportionOf(checkedQuantity - errors, checkedQuantity);
