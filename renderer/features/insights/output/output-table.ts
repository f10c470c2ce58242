import type { ReportTable } from '#shared/exports/report-table';
import { outputAt, outputOver } from '#shared/metrics/insights/group-output';
import type { Output } from '#shared/metrics/insights/group-output';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { InsightsTabProps } from '../tab-props.ts';
import type { MatrixLine } from './matrix-lines.ts';

/** The matrix as values: of every row its output, unit and target over the days and in each period. */
export const outputTable = (
  { choice, period }: Pick<InsightsTabProps, 'choice' | 'period'>,
  rows: readonly MatrixLine[],
  labels: readonly string[],
): ReportTable => ({
  name: t('insights.output.title'),
  columns: [
    { title: t(`insights.by.${choice.by}`), kind: 'text' },
    { title: t('insights.figure.unit'), kind: 'text' },
    { title: t('insights.figure.entries'), kind: 'number' },
    { title: t('insights.figure.output'), kind: 'number' },
    { title: t('insights.figure.target'), kind: 'number' },
    { title: t('insights.figure.attainment'), kind: 'ratio' },
    ...labels.map((title) => ({ title, kind: 'number' as const })),
  ],
  rows: rows.map(({ name, depth, unit, lines }) => {
    const whole = outputOver(lines);
    return [
      depth === 0 ? name : `  ${name}`,
      unit,
      whole.count,
      whole.quantity,
      whole.target?.whole ?? null,
      whole.attainment?.ratio ?? null,
      ...labels.map((_, at) => amountOf(outputAt(lines, at))),
    ];
  }),
  notes: [
    t('insights.exportDays', {
      from: formatDay(period.range.fromDay, 'dated'),
      to: formatDay(period.range.toDay, 'dated'),
    }),
    t('insights.define.output'),
  ],
});

/** In units where there is one, else entries: a column holds one kind of number, which its row's unit names. */
const amountOf = ({ quantity, count }: Output): number => quantity ?? count;
