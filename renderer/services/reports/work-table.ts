import { openBlock, stageOf } from '#shared/deliverables/deliverable';
import type { ReportCell, ReportTable } from '#shared/exports/report-table';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** Open work as values, in the order in which it is shown. */
export const workTable = (plan: Plan, entries: readonly Entry[]): ReportTable => ({
  name: t('reports.work.name'),
  notes: [],
  columns: [
    { title: t('reports.entries.entry'), kind: 'text' },
    { title: t('reports.entries.outcome'), kind: 'text' },
    { title: t('reports.entries.member'), kind: 'text' },
    { title: t('reports.entries.client'), kind: 'text' },
    { title: t('reports.entries.stage'), kind: 'text' },
    { title: t('reports.work.waitsFor'), kind: 'text' },
    { title: t('reports.work.because'), kind: 'text' },
    { title: t('reports.work.since'), kind: 'instant' },
    { title: t('reports.entries.due'), kind: 'instant' },
    { title: t('reports.entries.requested'), kind: 'instant' },
    { title: t('reports.entries.started'), kind: 'instant' },
    { title: t('reports.entries.quantity'), kind: 'number' },
    { title: t('reports.entries.unit'), kind: 'text' },
    { title: t('reports.entries.id'), kind: 'text' },
  ],
  rows: entries.map((entry) => rowOf(plan, entry)),
});

function rowOf(plan: Plan, entry: Entry): readonly ReportCell[] {
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const member = plan.memberById.get(entry.memberId);
  const block = openBlock(entry);
  const zone = member?.timeZone ?? 'UTC';
  const instant = (atMs: number | null): ReportCell => (atMs === null ? null : { atMs, zone });
  return [
    entry.title,
    outcome?.name ?? entry.outcomeId,
    member?.name ?? entry.memberId,
    entry.client,
    t(`reports.entries.stages.${stageOf(entry)}`),
    block && (plan.memberById.get(block.whoId)?.name ?? t(`reports.review.on.${block.on}`)),
    block && block.reason,
    instant(block?.fromMs ?? null),
    instant(entry.dueAtMs),
    instant(entry.requestedAtMs),
    instant(entry.startedAtMs),
    entry.quantity,
    outcome?.unit ?? '',
    entry.id,
  ];
}
