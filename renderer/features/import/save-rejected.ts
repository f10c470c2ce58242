import { formatCsv } from '#shared/exports/spreadsheet-cell';
import type { RowProblem } from '#shared/imports/row-problem';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { showToast } from '../../ui/toast.ts';
import type { OpenTable } from './import-flow.ts';
import { fixText, reasonText } from './reason-text.ts';

/** So many rows are saved at most; a file in which more is wrong is mapped wrongly. */
const ROWS_SAVED = 20_000;
/** So much text fits into one saved file. */
const TEXT_CHARS = 30 * 1024 * 1024;

/** Keeps the rejected rows in a file of their own: all their cells, and beside them what is wrong and what to do. */
export async function saveRejected({ reader, outline, draft, fileName }: OpenTable): Promise<void> {
  const rows = await reader.rejectedRows(ROWS_SAVED);
  const problems = new Map<number, RowProblem[]>();
  for (const problem of draft?.problems ?? []) {
    problems.set(problem.line, [...(problems.get(problem.line) ?? []), problem]);
  }
  const heads = [
    ...outline.headers.slice(0, outline.ownColumnCount),
    t('import.rejectedRows.line'),
    t('import.rejectedRows.reason'),
    t('import.rejectedRows.todo'),
  ];
  const width = heads.length - 3;
  const body = rows.map(({ line, cells }) => {
    const own = problems.get(line) ?? [];
    const reasons = own.map((each) => [each.column, reasonText(each)].filter(Boolean).join(': '));
    return [
      ...Array.from({ length: width }, (_, index) => cells[index] ?? ''),
      line,
      reasons.join(' '),
      [...new Set(own.map(fixText))].join(' '),
    ];
  });
  const text = formatCsv([heads, ...body]).slice(0, TEXT_CHARS);
  const name = t('import.rejectedRows.savedName', { file: fileName.replace(/\.[a-z]{2,5}$/i, '') });
  const saved = await bridge.saveText({ name, kind: 'csv', text });
  if (saved.ok) showToast({ title: t('import.rejectedRows.saved') });
  else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
}
