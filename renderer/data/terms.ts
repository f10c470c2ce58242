import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import { termsBook, termsSource } from '#shared/metrics/terms';
import { excusedSpansByMember } from '#shared/outages/excused-time';
import type { Outage } from '#shared/outages/outage';
import { outageFrom } from '#shared/outages/outage';
import { absenceFrom } from '#shared/plan/absence';
import { calendarFrom } from '#shared/plan/calendar';
import { memberFrom } from '#shared/plan/member';
import { withLeave } from '#shared/plan/member-leave';
import { outcomeFrom } from '#shared/plan/outcome';
import { workspaceFrom } from '#shared/plan/workspace';
import { flagOf } from '#shared/record-fields';
import type { RecordState } from '#shared/stream/merge';
import type { Plan } from './plan.ts';
import type { Projection } from './projection.ts';

const NO_OUTAGES: readonly Outage[] = [];

const books = new WeakMap<Plan, WeakMap<readonly Outage[], TermsBook>>();

/**
 * What work is measured by, as the plan stands: for what is not in roll-ups, such as open work. Whoever
 * shows what is excused gives the outages too.
 */
export function currentTerms(plan: Plan, outages: readonly Outage[] = NO_OUTAGES): TermsBook {
  const ofPlan = books.get(plan) ?? new WeakMap<readonly Outage[], TermsBook>();
  books.set(plan, ofPlan);
  const held = ofPlan.get(outages);
  if (held) return held;
  const book = termsBook(termsSource(plan, excusedSpansByMember(outages)));
  ofPlan.set(outages, book);
  return book;
}

/** The terms as they are stored beside roll-ups; by id, so that equal ones are equal as text. */
export async function readTerms(db: Projection): Promise<TermsSource> {
  const [records, outages] = await Promise.all([
    db.plan.where('key').startsWith('team|').toArray(),
    db.outages.toArray(),
  ]);
  const of = <T>(type: string, read: (state: RecordState) => T): T[] =>
    records.filter((record) => record.type === type && !flagOf(record.fields, 'deleted')).map(read);
  const plan = {
    members: withLeave(of('member', memberFrom), of('absence', absenceFrom)),
    outcomes: of('outcome', outcomeFrom),
    calendars: of('calendar', calendarFrom),
    workspace: of('workspace', workspaceFrom)[0] ?? null,
  };
  return termsSource(plan, excusedSpansByMember(outages.flatMap((row) => outageFrom(row) ?? [])));
}
