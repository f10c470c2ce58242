import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ReportDocument } from '#shared/exports/report-document';
import { ReportSheet } from './report-sheet.tsx';
import css from './report-sheet.module.css';

interface PrintReportProps {
  readonly report: ReportDocument;
  /** Called once, when there is all that is to be printed. */
  readonly onReady: () => void;
}

/** A report in the page that only print shows. */
export function PrintReport({ report, onReady }: PrintReportProps) {
  const told = useRef(onReady);
  useEffect(() => {
    let isThere = true;
    // A PDF is called what the page is called while it is made.
    const before = document.title;
    document.title = report.title;
    void (async () => {
      await document.fonts.ready;
      if (isThere) told.current();
    })();
    return () => {
      isThere = false;
      document.title = before;
    };
  }, [report.title]);
  return createPortal(
    <div className={css['print']} data-print="">
      <ReportSheet document={report} />
    </div>,
    document.body,
  );
}
