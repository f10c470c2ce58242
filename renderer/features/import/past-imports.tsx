import { canUndo, importPhase } from '#shared/imports/import-record';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportEntry } from '../../data/imports.ts';
import { importRecords } from '../../data/imports.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './past-imports.module.css';
import { UndoDialog } from './undo-dialog.tsx';

/** Every import of a table, latest first; each can be looked into and undone. */
export function PastImports() {
  const records = useLive(importRecords, []);
  const plan = usePlan();
  const memberId = useSession((state) => state.memberId);
  const [toUndo, setToUndo] = useState<ImportEntry | null>(null);
  if (!records || !plan) return null;
  // Somebody else's may still be running where they are.
  const unfinished = records.filter(
    (record) => importPhase(record) === 'unfinished' && record.memberId === memberId,
  );
  return (
    <>
      {unfinished.map((record) => (
        <Callout
          key={record.id}
          tone="warn"
          title={t('import.past.unfinishedTitle', {
            file: record.fileName,
            when: formatDateTime(record.startedAtMs),
          })}
          action={
            <Button size="sm" onClick={() => setToUndo(record)}>
              {t('import.past.undo')}
            </Button>
          }
        >
          {t('import.past.unfinishedText')}
        </Callout>
      ))}
      <Panel title={t('import.past.title')}>
        <DataTable
          label={t('import.past.title')}
          rows={records}
          columns={columnsOf(plan, records, setToUndo)}
          rowKey={(record) => record.id}
          empty={<EmptyState title={t('import.past.none')} text={t('import.past.noneText')} />}
        />
      </Panel>
      <UndoDialog record={toUndo} onClose={() => setToUndo(null)} />
    </>
  );
}

const TONES = { done: 'good', undone: 'neutral', unfinished: 'warn' } as const;

const columnsOf = (
  plan: Plan,
  records: readonly ImportEntry[],
  onUndo: (record: ImportEntry) => void,
): readonly Column<ImportEntry>[] => [
  { key: 'file', header: t('import.past.file'), width: '2fr', render: (each) => each.fileName },
  {
    key: 'when',
    header: t('import.past.when'),
    width: 150,
    render: (each) => formatDateTime(each.startedAtMs),
  },
  {
    key: 'who',
    header: t('import.past.who'),
    render: (each) => plan.memberById.get(each.memberId)?.name ?? '',
  },
  countColumn('fresh', (each) => each.newCount),
  countColumn('changed', (each) => each.changedCount),
  countColumn('rejected', (each) => each.rejectedCount),
  {
    key: 'state',
    header: t('import.past.state'),
    width: 100,
    render: (each) => (
      <Badge tone={TONES[importPhase(each)]}>{t(`import.past.${importPhase(each)}`)}</Badge>
    ),
  },
  {
    key: 'acts',
    header: t('import.past.undo'),
    isHeaderHidden: true,
    width: 200,
    align: 'end',
    render: (each) => <Acts record={each} records={records} onUndo={onUndo} />,
  },
];

const countColumn = (
  key: 'fresh' | 'changed' | 'rejected',
  count: (record: ImportEntry) => number,
): Column<ImportEntry> => ({
  key,
  header: t(`import.past.${key}`),
  width: 84,
  align: 'end',
  render: (record) => (record.finishedAtMs === null ? '' : formatNumber(count(record))),
});

interface ActsProps {
  readonly record: ImportEntry;
  readonly records: readonly ImportEntry[];
  readonly onUndo: (record: ImportEntry) => void;
}

function Acts({ record, records, onUndo }: ActsProps) {
  if (importPhase(record) === 'undone') return null;
  const isFree = canUndo(record, records);
  return (
    <span className={css['acts']}>
      <Button size="sm" variant="quiet" onClick={() => go('entries', { importId: record.id })}>
        {t('import.past.see')}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        icon={<Undo2 size={14} aria-hidden />}
        isDisabled={!isFree}
        title={isFree ? undefined : t('import.past.later')}
        aria-label={t('import.past.undoOf', { file: record.fileName })}
        onClick={() => onUndo(record)}
      >
        {t('import.past.undo')}
      </Button>
    </span>
  );
}
