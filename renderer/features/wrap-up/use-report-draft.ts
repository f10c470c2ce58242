import { useState } from 'react';
import type { DayKey } from '#shared/day';
import type { CheckIn } from '#shared/cadence/check-in';
import type { ReportTexts } from '../../services/check-ins.ts';
import type { ReportDraft } from './report-draft.ts';
import {
  NO_LINES,
  broughtUpToDate,
  isSameLines,
  readReportDraft,
  textsOf,
  writeReportDraft,
} from './report-draft.ts';
import type { Reasons, ReportLines } from './report-lines.ts';

export interface ReportEditor {
  readonly texts: ReportTexts;
  readonly reasons: Reasons;
  /** The log says more than the texts do. */
  readonly isBehind: boolean;
  readonly edit: (section: keyof ReportTexts, text: string) => void;
  readonly answer: (outcomeId: string, reason: string) => void;
  readonly bringUpToDate: () => void;
  /** Drops every edit and generates anew. */
  readonly startOver: () => void;
  /** The texts as they stand are the sent ones. */
  readonly markSent: () => void;
}

/**
 * The texts of a day's report: generated, edited by hand, brought up to date without losing edits, and
 * kept on this computer until they are sent.
 */
export function useReportDraft(
  day: DayKey,
  sent: CheckIn | null,
  generate: (reasons: Reasons) => ReportLines,
): ReportEditor {
  const [draft, setDraft] = useState(() => openedDraft(day, sent, generate));
  const lines = generate(draft.reasons);
  const keep = (next: ReportDraft): void => {
    setDraft(next);
    writeReportDraft(day, next);
  };
  return {
    texts: draft.texts,
    reasons: draft.reasons,
    isBehind: draft.base !== NO_LINES && !isSameLines(draft.base, lines),
    edit: (section, text) => keep({ ...draft, texts: { ...draft.texts, [section]: text } }),
    answer: (outcomeId, reason) => {
      const reasons = { ...draft.reasons, [outcomeId]: reason };
      keep(broughtUpToDate({ ...draft, reasons }, generate(reasons)));
    },
    bringUpToDate: () => keep(broughtUpToDate(draft, lines)),
    startOver: () => keep({ base: lines, texts: textsOf(lines), reasons: draft.reasons }),
    markSent: () => writeReportDraft(day, draft),
  };
}

function openedDraft(
  day: DayKey,
  sent: CheckIn | null,
  generate: (reasons: Reasons) => ReportLines,
): ReportDraft {
  const kept = readReportDraft(day);
  if (kept) return broughtUpToDate(kept, generate(kept.reasons));
  if (sent?.sentAtMs) {
    // Sent from elsewhere: the texts as they were sent, all of them somebody's words.
    const { report, blockers, tomorrow } = sent;
    return { base: NO_LINES, texts: { report, blockers, tomorrow }, reasons: {} };
  }
  const lines = generate({});
  return { base: lines, texts: textsOf(lines), reasons: {} };
}
