import { useMemo, useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { OpenTable } from './import-flow.ts';
import { previewRows } from './preview-rows.ts';
import { PreviewTable } from './preview-table.tsx';
import { PreviewWork } from './preview-work.tsx';
import css from './preview-panel.module.css';

interface PreviewPanelProps {
  readonly table: OpenTable;
  readonly plan: Plan;
}

/** The first rows as they will read, or as they stand in the file; follows every choice. */
export function PreviewPanel({ table, plan }: PreviewPanelProps) {
  const [kind, setKind] = useState<'work' | 'table'>('work');
  const rows = useMemo(() => previewRows(table, plan), [table, plan]);
  return (
    <div className={css['panel']}>
      <Panel
        title={t('import.preview.title')}
        actions={
          <Segmented
            label={t('import.preview.asLabel')}
            size="sm"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'work', label: t('import.preview.asWork') },
              { value: 'table', label: t('import.preview.asTable') },
            ]}
          />
        }
      >
        {kind === 'work' ? (
          <PreviewWork rows={rows} zone={table.mapping.zone} />
        ) : (
          <PreviewTable outline={table.outline} />
        )}
      </Panel>
    </div>
  );
}
