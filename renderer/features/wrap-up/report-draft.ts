import type { KeyedLine } from '#shared/cadence/merge-lines';
import { linesText, mergeLines } from '#shared/cadence/merge-lines';
import type { DayKey } from '#shared/day';
import type { Json } from '#shared/json';
import { objectOf, objectsIn, textOf } from '#shared/record-fields';
import type { ReportTexts } from '../../services/check-ins.ts';
import { readJsonDraft, writeDraft } from '../../state/drafts.ts';
import type { Reasons, ReportLines } from './report-lines.ts';

/** A report being written: the lines it was generated from, the texts as edited, and the answers given. */
export interface ReportDraft {
  readonly base: ReportLines;
  readonly texts: ReportTexts;
  readonly reasons: Reasons;
}

export const NO_LINES: ReportLines = { report: [], blockers: [], tomorrow: [] };

export const textsOf = (lines: ReportLines): ReportTexts => ({
  report: linesText(lines.report),
  blockers: linesText(lines.blockers),
  tomorrow: linesText(lines.tomorrow),
});

/** Brings newer facts into the texts: what was edited by hand stays. */
export const broughtUpToDate = (draft: ReportDraft, lines: ReportLines): ReportDraft => ({
  ...draft,
  base: lines,
  texts: {
    report: mergeLines(draft.base.report, draft.texts.report, lines.report),
    blockers: mergeLines(draft.base.blockers, draft.texts.blockers, lines.blockers),
    tomorrow: mergeLines(draft.base.tomorrow, draft.texts.tomorrow, lines.tomorrow),
  },
});

export const isSameLines = (a: ReportLines, b: ReportLines): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function readReportDraft(day: DayKey): ReportDraft | null {
  const kept = fieldsOf(readJsonDraft(draftName(day)));
  const texts = kept && fieldsOf(kept['texts']);
  const base = kept && fieldsOf(kept['base']);
  if (!kept || !texts || !base) return null;
  return {
    base: {
      report: linesIn(base['report']),
      blockers: linesIn(base['blockers']),
      tomorrow: linesIn(base['tomorrow']),
    },
    texts: {
      report: textOf(texts, 'report'),
      blockers: textOf(texts, 'blockers'),
      tomorrow: textOf(texts, 'tomorrow'),
    },
    reasons: reasonsIn(kept['reasons']),
  };
}

export function writeReportDraft(day: DayKey, draft: ReportDraft | null): void {
  writeDraft(draftName(day), draft ? JSON.stringify(draft) : '');
}

const draftName = (day: DayKey): string => `wrap-up/${day}`;

const fieldsOf = (value: unknown) => objectOf(value as Json | undefined);

const linesIn = (value: Json | undefined): readonly KeyedLine[] =>
  objectsIn(value).map((line) => ({ key: textOf(line, 'key'), text: textOf(line, 'text') }));

function reasonsIn(value: Json | undefined): Reasons {
  const fields = fieldsOf(value) ?? {};
  return Object.fromEntries(Object.keys(fields).map((id) => [id, textOf(fields, id)]));
}
