import type { Change, RateChange } from '#shared/metrics/insights/changes';
import { isRate } from '#shared/metrics/insights/change-measures';
import type { ChangeMeasure } from '#shared/metrics/insights/change-measures';
import type { ReportColumn } from '#shared/exports/report-table';
import { t } from '../../../i18n/text.ts';
import type { FlowScope } from './flow-scope.ts';
import type { FlowTable } from './flow-table.ts';

interface ChangeTableInput {
  readonly change: Change | RateChange | null;
  readonly measure: ChangeMeasure;
  readonly nameOf: (id: string) => string;
}

/** The numbers of a change: of a rate with what each side is a share of, and what is its own and what the mix. */
export function changeTable(
  { plan }: FlowScope,
  { change, measure, nameOf }: ChangeTableInput,
): FlowTable {
  const kind = (title: string): ReportColumn => {
    if (isRate(measure)) return { title, kind: 'ratio' };
    if (measure === 'waited') return { title, kind: 'duration' };
    return measure === 'value' || measure === 'cost'
      ? { title, kind: 'money', currency: plan.workspace?.currency ?? '' }
      : { title, kind: 'number' };
  };
  const columns: readonly ReportColumn[] = [
    { title: t('insightsFlow.changes.part'), kind: 'text' },
    kind(t('insightsFlow.changes.before')),
    kind(t('insightsFlow.changes.after')),
    kind(t('insightsFlow.changes.change')),
  ];
  if (!change || !('beforeCount' in change)) {
    const rows = (change?.parts ?? []).map(({ id, before, after, change: by }) => ({
      key: id,
      cells: [nameOf(id), before, after, by],
    }));
    return { columns, rows };
  }
  return {
    columns: [
      ...columns,
      { title: t('insightsFlow.changes.own'), kind: 'ratio' },
      { title: t('insightsFlow.changes.mix'), kind: 'ratio' },
      { title: t('insightsFlow.changes.beforeCount'), kind: 'number' },
      { title: t('insightsFlow.changes.afterCount'), kind: 'number' },
    ],
    rows: change.parts.map((part) => ({
      key: part.id,
      cells: [
        nameOf(part.id),
        part.beforeCount > 0 ? part.before : null,
        part.afterCount > 0 ? part.after : null,
        part.change,
        part.ownChange,
        part.mixChange,
        part.beforeCount,
        part.afterCount,
      ],
    })),
  };
}
