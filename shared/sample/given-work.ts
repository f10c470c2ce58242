import type { Json } from '../json.ts';
import { dayIn } from '../day.ts';
import { newRecurrence, recurrenceFields } from '../deliverables/recurrence.ts';
import type { CatchUpRule, RecurrenceDraft } from '../deliverables/recurrence.ts';
import type { Desk } from './desk.ts';
import type { OutcomeKey } from './outcomes.ts';
import type { OpenRecord } from './open-work.ts';
import type { AssistantKey } from './people.ts';
import type { SopKey } from './sops/sop-text.ts';

const HOUR_MS = 3_600_000;

/** What comes again and again, as the manager set it up the day before. */
const RECURRENCES: readonly {
  readonly person: AssistantKey;
  readonly outcome: OutcomeKey;
  readonly draft: Pick<RecurrenceDraft, 'title' | 'pattern' | 'anchor' | 'dayOff'> &
    Partial<RecurrenceDraft>;
  /** The checklist that is run each time; absent where it is a piece of work. */
  readonly runs?: { readonly sop: SopKey; readonly catchUp: CatchUpRule };
}[] = [
  {
    person: 'achieng',
    outcome: 'prices',
    draft: {
      title: 'Where we are dearer: the week’s list for both shops',
      pattern: { every: 'week', interval: 1, weekdays: [1] },
      anchor: 'time',
      atMinute: 9 * 60,
      dayOff: 'next',
    },
  },
  {
    person: 'camila',
    outcome: 'payouts',
    draft: {
      title: 'Payouts of the month explained to the cent',
      pattern: { every: 'month', interval: 1, place: { kind: 'last' } },
      anchor: 'time',
      atMinute: 9 * 60,
      dayOff: 'previous',
    },
  },
  {
    person: 'paolo',
    outcome: 'reviews',
    draft: {
      title: 'Reviews of the day answered',
      pattern: { every: 'day', interval: 1 },
      anchor: 'shift',
      dayOff: 'skip',
    },
  },
  {
    person: 'maricel',
    outcome: 'returns',
    draft: {
      title: 'First return of the shift',
      pattern: { every: 'day', interval: 1 },
      anchor: 'shift',
      dayOff: 'skip',
    },
    runs: { sop: 'settleReturn', catchUp: 'skip' },
  },
  {
    person: 'achieng',
    outcome: 'prices',
    draft: {
      title: 'Prices of the week, Furniture and Light',
      pattern: { every: 'week', interval: 1, weekdays: [3] },
      anchor: 'time',
      atMinute: 10 * 60,
      dayOff: 'next',
    },
    runs: { sop: 'priceWatch', catchUp: 'once' },
  },
  {
    person: 'camila',
    outcome: 'invoices',
    draft: {
      title: 'Last invoices of the month',
      pattern: { every: 'month', interval: 1, place: { kind: 'last' } },
      anchor: 'time',
      atMinute: 14 * 60,
      dayOff: 'previous',
    },
    runs: { sop: 'bookInvoice', catchUp: 'all' },
  },
];

/** What cannot go on before somebody else is done, by the references of both. */
const NEEDS: readonly { readonly work: string; readonly needs: string }[] = [
  { work: 'LH-SHEET-487', needs: 'LH-SHEET-486' },
  { work: 'LH-SHEET-487', needs: 'LH-SHEET-484' },
  { work: 'INV-24935', needs: 'INV-24931' },
  { work: 'LH-58994', needs: 'RMA-6422' },
];

/** Writes as the manager in a member's audience. */
export type ManagerWrite = (
  atMs: number,
  desk: Desk,
  type: string,
  id: string,
  fields: Readonly<Record<string, Json>>,
) => void;

/** The recurrences and dependencies of open work that the manager set up. */
export function writeGivenWork(
  desks: readonly Desk[],
  open: readonly OpenRecord[],
  managerId: string,
  nowMs: number,
  write: ManagerWrite,
): void {
  for (const { person, outcome, draft, runs } of RECURRENCES) {
    const desk = desks.find((each) => each.person.key === person);
    if (!desk) continue;
    const atMs = nowMs - 20 * HOUR_MS;
    const { zone } = desk.person;
    const startsOn = dayIn(zone, atMs);
    write(atMs, desk, 'recurrence', desk.newId(), {
      ...recurrenceFields({
        ...newRecurrence(startsOn, zone),
        ...draft,
        outcomeId: desk.ids.outcome(outcome),
      }),
      ...(runs && { sopId: desk.ids.sop(runs.sop), catchUp: runs.catchUp }),
      sinceMs: atMs,
      assignedById: managerId,
    });
  }
  for (const { work, needs } of NEEDS) {
    const from = open.find(({ reference }) => reference === work);
    const to = open.find(({ reference }) => reference === needs);
    const writtenAtMs = Math.max(from?.requestedAtMs ?? nowMs, to?.requestedAtMs ?? nowMs);
    if (!from || !to || writtenAtMs >= nowMs) continue;
    write(writtenAtMs, from.desk, 'deliverable', from.id, {
      [`need.${to.id}`]: { memberId: to.desk.memberId, title: to.title },
    });
  }
}
