import '../../../i18n/view-words.ts';
import { Share } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { tablesDocument } from '#shared/exports/report-document';
import type { ReportTable } from '#shared/exports/report-table';
import { t } from '../../../i18n/text.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { now } from '../../../services/clock.ts';
import { saveTables } from '../../../services/reports/save-report.ts';
import type { TableKind } from '../../../services/reports/table-bytes.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { ReportMaker } from './report-dialog.tsx';
import { toldSaved } from './told-saved.ts';

const ReportDialog = lazy(async () => {
  const { ReportDialog } = await import('./report-dialog.tsx');
  return { default: ReportDialog };
});

interface ExportMenuProps {
  /** What the view shows, in a word or two: the name of its files. */
  readonly name: string;
  /** Whose and of when: `22 Nov 2026`, `Ana, this week`. */
  readonly subtitle?: string | undefined;
  /** What it shows as values, the main table first: a CSV file holds that one alone. */
  readonly tables: () => Promise<readonly ReportTable[]>;
  /** A report of its own, where the tables in words are not what people would send. */
  readonly report?: ReportMaker | undefined;
}

/** Takes what a view shows out: as a report to send, on paper or as a picture, or a table for other programs. */
export function ExportMenu({ name, subtitle = '', tables, report }: ExportMenuProps) {
  const workspace = useSession((session) => session.workspace?.name ?? '');
  const save = async (kind: TableKind) => await toldSaved(saveTables(name, kind, await tables()));
  const [maker, setMaker] = useState<ReportMaker | null>(null);
  const plain: ReportMaker = async (formats) =>
    tablesDocument(
      {
        title: name,
        subtitle,
        facts: [
          { label: t('reports.workspace'), value: workspace },
          { label: t('reports.madeAt'), value: formatDateTime(now()) },
        ],
      },
      await tables(),
      formats,
      (left) => t('reports.moreRows', { count: left }),
    );
  // What the view shows when the report is asked for, and not what it shows next.
  const open = () => setMaker(() => report ?? plain);
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={<Share size={15} aria-hidden />}>{t('reports.menu')}</Button>}
        items={[
          { key: 'report', label: t('reports.asReport'), onSelect: open },
          { key: 'apart', kind: 'separator' },
          { key: 'xlsx', label: t('reports.asXlsx'), onSelect: () => void save('xlsx') },
          { key: 'csv', label: t('reports.asCsv'), onSelect: () => void save('csv') },
          { key: 'json', label: t('reports.asJson'), onSelect: () => void save('json') },
        ]}
      />
      {maker && (
        <Suspense>
          <ReportDialog make={maker} onClose={() => setMaker(null)} />
        </Suspense>
      )}
    </>
  );
}
