import { REPORT_LOCALES } from '#shared/exports/formats';
import type { ReportLocale } from '#shared/exports/formats';

/** How this computer's reports are written: what was chosen last. */
export interface ReportChoice {
  readonly locale: ReportLocale;
  readonly paper: 'A4' | 'Letter';
}

const KEY = 'report-choice';

export function keptReportChoice(): ReportChoice {
  const kept = read();
  return {
    locale: REPORT_LOCALES.find((each) => each === kept['locale']) ?? 'en-GB',
    paper: kept['paper'] === 'Letter' ? 'Letter' : 'A4',
  };
}

export function keepReportChoice(choice: ReportChoice): void {
  try {
    localStorage.setItem(KEY, new URLSearchParams({ ...choice }).toString());
  } catch {
    // Kept for convenience alone.
  }
}

function read(): Record<string, string> {
  try {
    return Object.fromEntries(new URLSearchParams(localStorage.getItem(KEY) ?? ''));
  } catch {
    return {};
  }
}
