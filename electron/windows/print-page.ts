import type { BrowserWindow } from 'electron';
import type { CallInput } from '#shared/ipc-parsers';
import { footerHtml } from './print-footer.ts';

/** Inches, as `printToPDF` takes them: room for the footer below, and for a punch on the left. */
const MARGINS = { top: 0.6, bottom: 0.75, left: 0.75, right: 0.6 };
const PAPER_COLOR = '#ffffff';

/**
 * The page as its print style has it, as a PDF with a numbered footer. It is our own page in its own
 * window: nothing else is ever loaded to be printed.
 */
export async function printPage(
  window: BrowserWindow,
  { footer, paper, orientation }: Omit<CallInput<'savePdf'>, 'name'>,
): Promise<Uint8Array> {
  // Chromium paints a page's margins in the window's own colour; the page covers it on screen.
  const color = window.getBackgroundColor();
  window.setBackgroundColor(PAPER_COLOR);
  try {
    return await window.webContents.printToPDF({
      pageSize: paper,
      landscape: orientation === 'landscape',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footerHtml(footer),
      margins: MARGINS,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.setBackgroundColor(color);
  }
}
