import type { ReportTable } from '#shared/exports/report-table';
import { populationCount } from '#shared/quality/quality-sample';
import type { Plan } from '../../data/plan.ts';
import type { SampleLine } from '../../data/quality/sample-lines.ts';
import { sampleLines } from '../../data/quality/sample-lines.ts';
import { t } from '../../i18n/text.ts';
import { scopeText } from './quality-words.ts';

/** Every sample with its figures, as values. Instants are told in the zone of whoever looks. */
export async function qualityTables(plan: Plan, zone: string): Promise<readonly ReportTable[]> {
  const lines = await sampleLines();
  return [
    {
      name: t('quality.samples.title'),
      columns: [
        { title: t('quality.samples.drawn'), kind: 'instant' },
        { title: t('quality.samples.what'), kind: 'text' },
        { title: t('quality.draw.from'), kind: 'day' },
        { title: t('quality.draw.to'), kind: 'day' },
        { title: t('quality.samples.population'), kind: 'number' },
        { title: t('quality.samples.size'), kind: 'number' },
        { title: t('quality.samples.progress'), kind: 'number' },
        { title: t('quality.review.returned'), kind: 'number' },
        { title: t('quality.define.accepted'), kind: 'ratio' },
        { title: t('quality.samples.low'), kind: 'ratio' },
        { title: t('quality.samples.high'), kind: 'ratio' },
        { title: t('quality.define.pieces'), kind: 'ratio' },
        { title: t('quality.proof.seed'), kind: 'text' },
      ],
      rows: lines.map((line) => rowOf(line, plan, zone)),
      notes: [t('quality.define.acceptedText'), t('quality.define.piecesText')],
    },
  ];
}

const rowOf = (
  { sample, accuracy, settledCount }: SampleLine,
  plan: Plan,
  zone: string,
): ReportTable['rows'][number] => [
  { atMs: sample.drawnAtMs, zone },
  scopeText(plan, sample),
  sample.fromDay,
  sample.toDay,
  populationCount(sample),
  accuracy.drawnCount,
  settledCount,
  accuracy.returnedCount,
  accuracy.deliverables?.ratio ?? null,
  accuracy.deliverables?.lowRatio ?? null,
  accuracy.deliverables?.highRatio ?? null,
  accuracy.pieces?.ratio ?? null,
  sample.seed,
];
