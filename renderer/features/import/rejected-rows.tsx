import { useMemo } from 'react';
import type { RowProblem } from '#shared/imports/row-problem';
import { formatTsv } from '#shared/exports/spreadsheet-cell';
import { Copy, Download } from 'lucide-react';
import { bridge } from '../../bridge.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.ts';
import type { OpenTable } from './import-flow.ts';
import { lineColumn } from './line-column.ts';
import { fixText, reasonText } from './reason-text.ts';
import { saveRejected } from './save-rejected.ts';
import css from './rejected-rows.module.css';

/** So many characters fit on the clipboard in one call. */
const CLIPBOARD_CHARS = 1_000_000;

/** Every row that is not imported, with its line, column and reason. Nothing where there is none. */
export function RejectedRows({ table }: { readonly table: OpenTable }) {
  const { draft, fileName } = table;
  const columns = useMemo(() => columnsNow(), []);
  if (!draft || draft.problemCount === 0) return null;
  const { problems, problemCount } = draft;
  return (
    <Panel
      title={t('import.rejectedRows.title')}
      note={formatNumber(problemCount)}
      actions={
        <>
          <Button
            size="sm"
            variant="quiet"
            icon={<Copy size={14} aria-hidden />}
            onClick={() => void copyProblems(fileName, problems)}
          >
            {t('import.rejectedRows.copy')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={<Download size={14} aria-hidden />}
            onClick={() => void saveRejected(table)}
          >
            {t('import.rejectedRows.save')}
          </Button>
        </>
      }
    >
      <DataTable
        label={t('import.rejectedRows.title')}
        rows={problems}
        columns={columns}
        rowKey={problemKey}
        empty={null}
      />
      {problemCount > problems.length && (
        <p className={css['more']}>
          {t('import.rejectedRows.more', { shown: problems.length, count: problemCount })}
        </p>
      )}
    </Panel>
  );
}

const columnsNow = (): readonly Column<RowProblem>[] => [
  lineColumn(),
  {
    key: 'column',
    header: t('import.rejectedRows.column'),
    width: 180,
    render: ({ column }) => column,
    sortValue: ({ column }) => column,
  },
  {
    key: 'reason',
    header: t('import.rejectedRows.reason'),
    width: '2fr',
    render: (problem) => reasonText(problem),
    sortValue: ({ reason }) => reason,
  },
  {
    key: 'todo',
    header: t('import.rejectedRows.todo'),
    width: '3fr',
    render: (problem) => fixText(problem),
  },
  {
    key: 'value',
    header: t('import.rejectedRows.value'),
    width: '2fr',
    render: ({ value }) => <span className={css['value']}>{value}</span>,
  },
];

const problemKey = ({ line, column, reason }: RowProblem): string => `${line}/${column}/${reason}`;

async function copyProblems(fileName: string, problems: readonly RowProblem[]): Promise<void> {
  const head = ['file', 'line', 'column', 'reason', 'value'] as const;
  const rows = problems.map((problem) => [
    fileName,
    String(problem.line),
    problem.column,
    reasonText(problem),
    problem.value,
  ]);
  const heads = head.map((each) => t(`import.rejectedRows.${each}`));
  const text = formatTsv([heads, ...rows]).slice(0, CLIPBOARD_CHARS);
  const copied = await bridge.copyText({ text });
  if (copied.ok) showToast({ title: t('import.rejectedRows.copied') });
  else announceFailure(copied.error);
}
