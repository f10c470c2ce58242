import type { ReviewFigures } from '#shared/cadence/review-figures';
import type { ReportTable } from '#shared/exports/report-table';
import { t } from '../../i18n/text.ts';

/** What a review shows as values, for other programs: output first, then what is stuck, late and agreed. */
export const reviewTables = (figures: ReviewFigures): readonly ReportTable[] => [
  outputTable(figures),
  workTable(figures),
  actionTable(figures),
];

const outputTable = ({ output, fromDay, toDay }: ReviewFigures): ReportTable => ({
  name: t('reviews.output.title'),
  columns: [
    { title: t('reviews.output.what'), kind: 'text' },
    { title: t('reviews.output.done'), kind: 'number' },
    { title: t('reviews.tables.unit'), kind: 'text' },
    { title: t('reviews.output.target'), kind: 'number' },
    { title: t('reviews.tables.expected'), kind: 'number' },
    { title: t('reviews.output.before'), kind: 'number' },
    { title: t('reviews.tables.count'), kind: 'number' },
    { title: t('reviews.output.accuracy'), kind: 'ratio' },
    { title: t('reviews.tables.checked'), kind: 'number' },
    { title: t('reviews.output.promises'), kind: 'ratio' },
    { title: t('reviews.tables.promised'), kind: 'number' },
  ],
  rows: output.map((line) => [
    line.name,
    line.quantity,
    line.unit,
    line.target,
    line.expected,
    line.before,
    line.count,
    line.accuracy?.ratio ?? null,
    line.accuracy?.count ?? null,
    line.promises?.ratio ?? null,
    line.promises?.count ?? null,
  ]),
  notes: [`${fromDay} – ${toDay}`],
});

const workTable = ({ stuck, late, asOfMs }: ReviewFigures): ReportTable => ({
  name: t('reviews.tables.work'),
  columns: [
    { title: t('reviews.tables.title'), kind: 'text' },
    { title: t('reviews.tables.member'), kind: 'text' },
    { title: t('reviews.output.what'), kind: 'text' },
    { title: t('reviews.tables.waitsFor'), kind: 'text' },
    { title: t('reviews.tables.reason'), kind: 'text' },
    { title: t('reviews.tables.waited'), kind: 'duration' },
    { title: t('reviews.tables.due'), kind: 'instant' },
  ],
  rows: [
    ...stuck.map(({ title, member, outcome, who, on, reason, sinceMs }) => [
      title,
      member,
      outcome,
      who || t(`reviews.stuck.on.${on}`),
      reason,
      Math.max(0, asOfMs - sinceMs),
      null,
    ]),
    ...late.map(({ title, member, outcome, dueAtMs }) => [
      title,
      member,
      outcome,
      null,
      null,
      null,
      { atMs: dueAtMs, zone: 'UTC' },
    ]),
  ],
  notes: [],
});

const actionTable = ({ actions }: ReviewFigures): ReportTable => ({
  name: t('reviews.actions.last'),
  columns: [
    { title: t('reviews.actions.text'), kind: 'text' },
    { title: t('reviews.actions.owner'), kind: 'text' },
    { title: t('reviews.actions.due'), kind: 'day' },
    { title: t('reviews.tables.state'), kind: 'text' },
    { title: t('reviews.tables.result'), kind: 'text' },
  ],
  rows: actions.map(({ text, owner, dueDay, state, result }) => [
    text,
    owner,
    dueDay || null,
    t(`reviews.tables.states.${state}`),
    result,
  ]),
  notes: [],
});
