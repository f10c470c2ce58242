import type { DailyReport, OutputLine } from '#shared/cadence/daily-report';
import type { Formats } from '#shared/exports/formats';
import type { ReportBlock, ReportDocument, WrittenCell } from '#shared/exports/report-document';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';

/** A member's day as it is sent: its figures, and the member's own words about it. */
export interface DailySource {
  readonly plan: Plan;
  readonly memberName: string;
  readonly report: DailyReport;
  /** As they were written, a line each. */
  readonly texts: {
    readonly report: string;
    readonly blockers: string;
    readonly tomorrow: string;
  };
}

/** A day's report for a client or a manager. */
export function dailyDocument(
  { plan, memberName, report, texts }: DailySource,
  f: Formats,
): ReportDocument {
  const output = report.output.filter(
    ({ totals, target }) => totals.count > 0 || (target ?? 0) > 0,
  );
  return {
    title: t('reports.daily.title'),
    subtitle: t('reports.daily.subtitle', { member: memberName, day: f.day(report.day) }),
    facts: [{ label: t('reports.workspace'), value: plan.workspace?.name ?? '' }],
    locale: f.locale,
    blocks: [
      ...(output.length > 0
        ? [
            { kind: 'heading', text: t('reports.review.output') } as const,
            outputTable(output, plan, f),
          ]
        : []),
      ...lines(t('reports.daily.report'), texts.report),
      ...lines(t('reports.daily.blockers'), texts.blockers),
      ...lines(t('reports.daily.tomorrow'), texts.tomorrow),
    ],
  };
}

function outputTable(output: readonly OutputLine[], plan: Plan, f: Formats): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: t('reports.output.outcome'), isNumber: false },
      { title: t('reports.output.done'), isNumber: true },
      { title: t('reports.output.target'), isNumber: true },
      { title: t('reports.output.share'), isNumber: true },
      { title: t('reports.output.accuracy'), isNumber: true },
    ],
    rows: output.map((line) => outputRow(line, plan, f)),
  };
}

function outputRow(
  { outcomeId, totals, target, accuracyRatio }: OutputLine,
  plan: Plan,
  f: Formats,
): readonly WrittenCell[] {
  const outcome = plan.outcomeById.get(outcomeId);
  const ratio = target !== null && target > 0 ? totals.quantity / target : null;
  return [
    { text: outcome?.name ?? t('reports.output.unnamed') },
    { text: `${f.number(totals.quantity)} ${outcome?.unit ?? ''}`.trim() },
    { text: target === null ? '–' : f.number(target, 1) },
    ratio === null ? { text: '–' } : { text: f.ratio(ratio), shareRatio: ratio },
    {
      text:
        accuracyRatio === null
          ? '–'
          : t('reports.output.rate', {
              ratio: f.ratio(accuracyRatio),
              count: f.number(totals.checkedQuantity),
            }),
    },
  ];
}

/** The lines of a text as points; nothing of an empty one. */
function lines(heading: string, text: string): readonly ReportBlock[] {
  const items = text
    .split('\n')
    .map((line) => line.trim().replace(/^[-•*]\s+/, ''))
    .filter((line) => line !== '');
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items },
  ];
}
