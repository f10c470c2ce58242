import type { HeadlineFigures, OutputFigure, ShareFigure } from '#shared/cadence/review-figures';
import type { Formats } from '#shared/exports/formats';
import { ratioEnds } from '#shared/exports/ratio-ends';
import type { ReportBlock, WrittenCell, WrittenFigure } from '#shared/exports/report-document';
import { t } from '../../../i18n/text.ts';

const NOTHING = '–';

/** What most is judged by, each beside what it is of. A figure that nothing is known of is left out. */
export function headlineBlock(
  headline: HeadlineFigures,
  currency: string,
  f: Formats,
): ReportBlock {
  const { attainment, completedCount, promises, promisesExcused, accuracy, turnaround } = headline;
  const figures: readonly (WrittenFigure | null)[] = [
    attainment.now && {
      label: t('reports.figure.attainment'),
      value: f.ratio(attainment.now.ratio),
      note: t('reports.figure.onPace', {
        onPace: attainment.now.onPaceCount,
        count: attainment.now.targetCount,
      }),
      tone: attainment.now.ratio >= 1 ? 'good' : 'plain',
    },
    completedCount.now === null
      ? null
      : {
          label: t('reports.figure.completed'),
          value: f.number(completedCount.now),
          note: before(completedCount.before, (count) => f.number(count)),
          tone: 'plain',
        },
    promises.now && {
      label: t('reports.figure.promises'),
      value: f.ratio(promises.now.ratio),
      note: promisesNote(promises.now, promisesExcused.now, f),
      tone: 'plain',
    },
    accuracy.now && {
      label: t('reports.figure.accuracy'),
      value: f.ratio(accuracy.now.ratio),
      note: rateNote(accuracy.now, f),
      tone: 'plain',
    },
    turnaround.now && {
      label: t('reports.figure.turnaround'),
      value: f.duration(turnaround.now.medianMs),
      note: t('reports.figure.workingTime', { count: turnaround.now.count }),
      tone: 'plain',
    },
    money('reports.figure.value', headline.valueMinor, currency, f),
    money('reports.figure.cost', headline.costMinor, currency, f),
  ];
  return { kind: 'figures', figures: figures.filter((figure) => figure !== null) };
}

function money(
  label: 'reports.figure.value' | 'reports.figure.cost',
  { now, before: earlier }: HeadlineFigures['valueMinor'],
  currency: string,
  f: Formats,
): WrittenFigure | null {
  if (now === null || now === 0) return null;
  const note = before(earlier, (minor) => f.money(minor, currency));
  return { label: t(label), value: f.money(now, currency), note, tone: 'plain' };
}

const before = (value: number | null, format: (value: number) => string): string =>
  value === null ? '' : t('reports.figure.before', { value: format(value) });

const rateNote = (share: ShareFigure, f: Formats): string =>
  t('reports.figure.rate', { count: share.count, ...ratioEnds(share, f.ratio) });

const promisesNote = (raw: ShareFigure, excused: ShareFigure | null, f: Formats): string =>
  excused === null
    ? rateNote(raw, f)
    : t('reports.figure.excused', { count: raw.count, excused: f.ratio(excused.ratio) });

/** Output against target, an outcome a row. */
export function outputBlock(output: readonly OutputFigure[], f: Formats): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: t('reports.output.outcome'), isNumber: false },
      { title: t('reports.output.done'), isNumber: true },
      { title: t('reports.output.target'), isNumber: true },
      { title: t('reports.output.share'), isNumber: true },
      { title: t('reports.output.before'), isNumber: true },
      { title: t('reports.output.accuracy'), isNumber: true },
      { title: t('reports.output.promises'), isNumber: true },
    ],
    rows: output.map((each) => outputRow(each, f)),
  };
}

function outputRow(each: OutputFigure, f: Formats): readonly WrittenCell[] {
  const { target, expected, quantity } = each;
  const ratio = expected !== null && expected > 0 ? quantity / expected : null;
  return [
    { text: each.name || t('reports.output.unnamed') },
    { text: `${f.number(quantity)} ${each.unit}`.trim() },
    { text: target === null ? NOTHING : f.number(target, 1) },
    ratio === null ? { text: NOTHING } : { text: f.ratio(ratio), shareRatio: ratio },
    { text: f.number(each.before) },
    shareCell(each.accuracy, f),
    shareCell(each.promises, f),
  ];
}

/** A rate with how many it is of: `98.3% (n 214)`. */
const shareCell = (share: ShareFigure | null, f: Formats): WrittenCell => ({
  text:
    share === null
      ? NOTHING
      : t('reports.output.rate', { ratio: f.ratio(share.ratio), count: share.count }),
});
