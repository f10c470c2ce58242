import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ReportDocument } from '#shared/exports/report-document';
import { ReportSheet } from './report-sheet.tsx';
import css from './report-sheet.module.css';

interface PrintReportProps {
  readonly report: ReportDocument;
  readonly onReady: () => void;
}

/** A report in the page that only print shows. */
export function PrintReport({ report, onReady }: PrintReportProps) {
  useEffect(() => {
    // A PDF is called what the page is called while it is made.
    const before = document.title;
    document.title = report.title;
    void document.fonts.ready.then(onReady);
    return () => {
      document.title = before;
    };
  }, [report.title, onReady]);
  return createPortal(
    <div className={css['print']} data-print="">
      <ReportSheet document={report} />
    </div>,
    document.body,
  );
}
