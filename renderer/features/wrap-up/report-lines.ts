import type { DailyReport, OutputLine, Shortfall, StalledWork } from '#shared/cadence/daily-report';
import type { KeyedLine } from '#shared/cadence/merge-lines';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { ReportTexts } from '../../services/check-ins.ts';
import type { Plan } from '../../data/plan.ts';
import { errorsText, quantityText, waitText, workTitle } from '../../i18n/entry-words.ts';
import { formatDateTime, formatDuration, formatQuantity, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** The sections of a report as generated, line by line. */
export type ReportLines = Readonly<Record<keyof ReportTexts, readonly KeyedLine[]>>;

/** Why an outcome fell short, by outcome: what the member answered. */
export type Reasons = Readonly<Record<string, string>>;

/** So many finished pieces and next ones are named; the rest are counted. */
const NAMED = 10;
const NEXT = 8;

/** The report's facts in words. */
export function reportLines(
  report: DailyReport,
  plan: Plan,
  nowMs: number,
  zone: string,
  reasons: Reasons,
): ReportLines {
  return {
    report: [
      ...report.output.map((line) => outputLine(line, plan)),
      ...named(report.notable, plan),
    ],
    blockers: blockerLines(report, plan, nowMs, reasons),
    tomorrow: report.tomorrow.slice(0, NEXT).map((work) => nextLine(work, plan, nowMs, zone)),
  };
}

function outputLine(
  { outcomeId, totals, target, accuracyRatio }: OutputLine,
  plan: Plan,
): KeyedLine {
  const { name, unit } = outcomeWords(plan, outcomeId);
  const quantity = formatQuantity(totals.quantity);
  const amount =
    target !== null && target > 0
      ? t('wrapUp.line.ofTarget', { name, quantity, target: formatQuantity(rounded(target)), unit })
      : t('wrapUp.line.amount', { name, quantity: quantityText(totals.quantity, unit) });
  const accuracy =
    accuracyRatio === null
      ? ''
      : t('wrapUp.line.accuracy', {
          accuracy: formatRatio(accuracyRatio),
          errors: errorsText(totals.errors),
        });
  return { key: `output ${outcomeId}`, text: [amount, accuracy].filter(Boolean).join(', ') };
}

function named(notable: readonly Deliverable[], plan: Plan): readonly KeyedLine[] {
  const lines = notable
    .slice(0, NAMED)
    .map((work) => ({ key: `done ${work.id}`, text: doneText(work, plan) }));
  const rest = notable.length - lines.length;
  if (rest === 0) return lines;
  return [...lines, { key: 'done more', text: t('wrapUp.line.more', { count: rest }) }];
}

/** `Done: Spring catalogue (Product uploads, 12 listings, #88): two photos missing`. */
function doneText(work: Deliverable, plan: Plan): string {
  const { name, unit } = outcomeWords(plan, work.outcomeId);
  const details = [quantityText(work.quantity, unit), work.reference, wrongText(work)];
  const head = work.title
    ? t('wrapUp.line.done', {
        title: oneLine(work.title),
        details: [name, ...details].filter(Boolean).join(', '),
      })
    : t('wrapUp.line.doneUntitled', { name, details: details.filter(Boolean).join(', ') });
  return [head, oneLine(work.note)].filter(Boolean).join(': ');
}

const wrongText = ({ errors }: Deliverable): string =>
  errors === null || errors === 0 ? '' : errorsText(errors);

function blockerLines(
  { stalled, shortfalls }: DailyReport,
  plan: Plan,
  nowMs: number,
  reasons: Reasons,
): readonly KeyedLine[] {
  const lines = [
    ...stalled.map((each) => stalledLine(each, plan, nowMs)),
    ...shortfalls.flatMap((each) => shortfallLine(each, plan, reasons)),
  ];
  // An unanswered question is no "nothing": the section stays empty until it is answered.
  const isClear = lines.length === 0 && unanswered(shortfalls, reasons).length === 0;
  return isClear ? [{ key: 'none', text: t('wrapUp.line.noBlockers') }] : lines;
}

function stalledLine(
  { work, kind, block, sinceMs }: StalledWork,
  plan: Plan,
  nowMs: number,
): KeyedLine {
  const { name, unit } = outcomeWords(plan, work.outcomeId);
  const title = t('wrapUp.line.of', { title: oneLine(workTitle(work, unit)), name });
  const length = formatDuration(Math.max(0, nowMs - sinceMs));
  const why =
    kind === 'blocked' && block
      ? [waitText(block, nowMs, plan.memberById.get(block.whoId)?.name), oneLine(block.reason)]
          .filter(Boolean)
          .join(': ')
      : t(kind === 'overdue' ? 'wrapUp.line.overdue' : 'wrapUp.line.ageing', { length });
  return { key: `stalled ${work.id}`, text: `${title}: ${why}` };
}

function shortfallLine(
  { outcomeId, missing }: Shortfall,
  plan: Plan,
  reasons: Reasons,
): readonly KeyedLine[] {
  const reason = reasons[outcomeId]?.trim();
  if (!reason) return [];
  const { name, unit } = outcomeWords(plan, outcomeId);
  const text = t('wrapUp.line.short', { name, missing: quantityText(missing, unit), reason });
  return [{ key: `short ${outcomeId}`, text }];
}

function nextLine(work: Deliverable, plan: Plan, nowMs: number, zone: string): KeyedLine {
  const { name, unit } = outcomeWords(plan, work.outcomeId);
  const title = t('wrapUp.line.of', { title: oneLine(workTitle(work, unit)), name });
  const { dueAtMs } = work;
  const due =
    dueAtMs === null
      ? ''
      : dueAtMs < nowMs
        ? t('wrapUp.line.wasDue', { when: formatDateTime(dueAtMs, zone) })
        : t('wrapUp.line.due', { when: formatDateTime(dueAtMs, zone) });
  return { key: `next ${work.id}`, text: [title, due].filter(Boolean).join(', ') };
}

/** Shortfalls that nothing explains and nobody has answered for. */
export const unanswered = (
  shortfalls: readonly Shortfall[],
  reasons: Reasons,
): readonly Shortfall[] =>
  shortfalls.filter(({ outcomeId, isExplained }) => !isExplained && !reasons[outcomeId]?.trim());

function outcomeWords(
  plan: Plan,
  outcomeId: string,
): { readonly name: string; readonly unit: string } {
  const outcome = plan.outcomeById.get(outcomeId);
  return { name: outcome?.name ?? t('wrapUp.line.unknown'), unit: outcome?.unit ?? t('log.items') };
}

const rounded = (target: number): number => Math.round(target * 10) / 10;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
