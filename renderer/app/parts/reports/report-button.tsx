import '../../../i18n/view-words.ts';
import { FileText } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import type { ReportMaker } from './report-dialog.tsx';

const ReportDialog = lazy(async () => {
  const { ReportDialog } = await import('./report-dialog.tsx');
  return { default: ReportDialog };
});

/** Shows a report before it is sent; what it is made of is read when it is pressed. */
export function ReportButton({ report }: { readonly report: ReportMaker }) {
  const [maker, setMaker] = useState<ReportMaker | null>(null);
  return (
    <>
      <Button icon={<FileText size={15} aria-hidden />} onClick={() => setMaker(() => report)}>
        {t('reports.button')}
      </Button>
      {maker && (
        <Suspense>
          <ReportDialog make={maker} onClose={() => setMaker(null)} />
        </Suspense>
      )}
    </>
  );
}
