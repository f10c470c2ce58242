import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import { termsBook, termsSource } from '#shared/metrics/terms';
import { calendarFrom } from '#shared/plan/calendar';
import { memberFrom } from '#shared/plan/member';
import { outcomeFrom } from '#shared/plan/outcome';
import { flagOf } from '#shared/record-fields';
import type { RecordState } from '#shared/stream/merge';
import type { Plan } from './plan.ts';
import type { Projection } from './projection.ts';

const books = new WeakMap<Plan, TermsBook>();

/** What work is measured by, as the plan stands: for what is not in roll-ups, such as open work. */
export function currentTerms(plan: Plan): TermsBook {
  const held = books.get(plan);
  if (held) return held;
  const book = termsBook(termsSource(plan));
  books.set(plan, book);
  return book;
}

/** The plan's terms as they are stored beside roll-ups; by id, so that equal ones are equal as text. */
export async function readTerms(db: Projection): Promise<TermsSource> {
  const records = await db.plan.where('key').startsWith('team|').toArray();
  const of = <T>(type: string, read: (state: RecordState) => T): T[] =>
    records.filter((record) => record.type === type && !flagOf(record.fields, 'deleted')).map(read);
  return termsSource({
    members: of('member', memberFrom),
    outcomes: of('outcome', outcomeFrom),
    calendars: of('calendar', calendarFrom),
  });
}
