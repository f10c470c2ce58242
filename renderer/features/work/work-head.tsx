import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { ReportTable } from '#shared/exports/report-table';
import { ExportMenu } from '../../app/parts/reports/export-menu.tsx';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import css from './open-work.module.css';
import type { Query } from './use-query.ts';
import type { Viewer } from './work-actions.ts';
import type { WorkItem } from './work-item.ts';
import { LAYOUTS, lanesFor } from './work-params.ts';

interface WorkSummaryProps {
  readonly items: readonly WorkItem[];
  readonly viewer: Viewer;
}

/** How much work there is, whatever is filtered out of it. */
export function WorkSummary({ items, viewer }: WorkSummaryProps) {
  const { open, overdue, toAccept } = useMemo(() => countsOf(items), [items]);
  const parts = [
    t('work.summary.open', { count: open }),
    overdue > 0 && t('work.summary.overdue', { count: overdue }),
    viewer.isManager && toAccept > 0 && t('work.summary.toAccept', { count: toAccept }),
  ];
  return parts.filter(Boolean).join(' · ');
}

function countsOf(items: readonly WorkItem[]) {
  let overdue = 0;
  let toAccept = 0;
  for (const { stage, pressure } of items) {
    if (stage === 'completed') toAccept += 1;
    if (pressure.risk === 'overdue') overdue += 1;
  }
  return { open: items.length - toAccept, overdue, toAccept };
}

interface WorkActsProps {
  readonly query: Query;
  readonly viewer: Viewer;
  /** What is on screen, as values. */
  readonly table: () => Promise<ReportTable>;
  readonly onGive: () => void;
}

export function WorkActs({ query, viewer, table, onGive }: WorkActsProps) {
  return (
    <>
      {query.layout === 'board' && (
        <div className={css['lanes']}>
          <Select
            label={t('work.lanes.label')}
            isLabelHidden
            value={query.lanes}
            options={lanesFor(viewer.isManager).map((value) => ({
              value,
              label: t(`work.lanes.${value}`),
            }))}
            onChange={query.setLanes}
          />
        </div>
      )}
      <Segmented
        label={t('work.layout.label')}
        value={query.layout}
        options={LAYOUTS.map((value) => ({ value, label: t(`work.layout.${value}`) }))}
        onChange={query.setLayout}
      />
      <ExportMenu name={t('work.title')} tables={async () => [await table()]} />
      <Button variant="primary" shortcut="N" icon={<Plus aria-hidden />} onClick={onGive}>
        {viewer.isManager ? t('work.give') : t('work.add')}
      </Button>
    </>
  );
}
