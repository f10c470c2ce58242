import { stageOf } from '#shared/deliverables/deliverable';
import type { ReportCell, ReportColumn, ReportTable } from '#shared/exports/report-table';
import { dayCell } from '#shared/exports/report-table';
import type { Entry, EntryFilter } from '../../data/deliverables.ts';
import { findEntries } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** Read at a time, so that the window goes on between two readings. */
const PART = 2_000;
/** As many as a workbook's sheet holds; what is over is said. */
const MOST = 1_000_000;

/** Every entry that a filter finds, as values: all of them, and not the page that is in sight. */
export async function entriesTable(
  plan: Plan,
  filter: EntryFilter,
  notes: readonly string[] = [],
): Promise<ReportTable> {
  const rows: (readonly ReportCell[])[] = [];
  let total = 0;
  do {
    const page = await findEntries(filter, PART, rows.length);
    if (page.entries.length === 0) break;
    total = page.total;
    rows.push(...page.entries.map((entry) => rowOf(plan, entry)));
  } while (rows.length < Math.min(total, MOST));
  const left = total - rows.length;
  return {
    name: t('reports.entries.name'),
    columns: columnsOf(plan.workspace?.currency ?? ''),
    rows,
    notes: [...notes, ...(left > 0 ? [t('reports.entries.left', { count: left })] : [])],
  };
}

const columnsOf = (currency: string): readonly ReportColumn[] => [
  { title: t('reports.entries.day'), kind: 'day' },
  { title: t('reports.entries.clientDay'), kind: 'day' },
  { title: t('reports.entries.member'), kind: 'text' },
  { title: t('reports.entries.outcome'), kind: 'text' },
  { title: t('reports.entries.entry'), kind: 'text' },
  { title: t('reports.entries.client'), kind: 'text' },
  { title: t('reports.entries.reference'), kind: 'text' },
  { title: t('reports.entries.stage'), kind: 'text' },
  { title: t('reports.entries.quantity'), kind: 'number' },
  { title: t('reports.entries.unit'), kind: 'text' },
  { title: t('reports.entries.errors'), kind: 'number' },
  { title: t('reports.entries.value'), kind: 'money', currency },
  { title: t('reports.entries.cost'), kind: 'money', currency },
  { title: t('reports.entries.requested'), kind: 'instant' },
  { title: t('reports.entries.started'), kind: 'instant' },
  { title: t('reports.entries.completed'), kind: 'instant' },
  { title: t('reports.entries.due'), kind: 'instant' },
  { title: t('reports.entries.returnReason'), kind: 'text' },
  { title: t('reports.entries.note'), kind: 'text' },
  { title: t('reports.entries.id'), kind: 'text' },
];

function rowOf(plan: Plan, entry: Entry): readonly ReportCell[] {
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const zone = zoneOf(plan, entry);
  const instant = (atMs: number | null): ReportCell => (atMs === null ? null : { atMs, zone });
  return [
    dayCell(entry.day),
    dayCell(entry.clientDay),
    plan.memberById.get(entry.memberId)?.name ?? entry.memberId,
    outcome?.name ?? entry.outcomeId,
    entry.title,
    entry.client,
    entry.reference,
    t(`reports.entries.stages.${stageOf(entry)}`),
    entry.quantity,
    outcome?.unit ?? '',
    entry.errors,
    entry.valueMinor,
    entry.costMinor,
    instant(entry.requestedAtMs),
    instant(entry.startedAtMs),
    instant(entry.completedAtMs),
    instant(entry.dueAtMs),
    entry.returnReason,
    entry.note,
    entry.id,
  ];
}

/** Where it was noted; open work has no zone of its own yet. */
const zoneOf = (plan: Plan, entry: Entry): string =>
  entry.completedAtMs === null
    ? (plan.memberById.get(entry.memberId)?.timeZone ?? 'UTC')
    : entry.zone;
