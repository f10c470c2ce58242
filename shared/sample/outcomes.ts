import type { Measure, RoleFamily, Sla } from '../plan/outcome.ts';
import { PLAIN_MEASURE } from '../plan/outcome.ts';
import type { KeyResultKey } from './intents.ts';
import type { AssistantKey } from './people.ts';

export type OutcomeKey =
  | 'larkspurTickets'
  | 'quillhavenTickets'
  | 'returns'
  | 'reviews'
  | 'uploads'
  | 'images'
  | 'invoices'
  | 'payouts'
  | 'prices'
  | 'suppliers';

export type ClientKey = 'larkspur' | 'quillhaven';

export const CLIENTS: Readonly<Record<ClientKey, { name: string; timeZone: string }>> = {
  larkspur: { name: 'Larkspur Home', timeZone: 'Europe/London' },
  quillhaven: { name: 'Quillhaven Paper', timeZone: 'America/Chicago' },
};

export interface OutcomePlan {
  readonly key: OutcomeKey;
  readonly name: string;
  readonly statement: string;
  readonly why: string;
  readonly unit: string;
  readonly family: RoleFamily;
  readonly client: ClientKey | null;
  /** The first one owns it, the second stands in. */
  readonly people: readonly AssistantKey[];
  readonly measures: readonly Measure[];
  /** What is promised to whoever asks. */
  readonly promises: readonly Pick<Sla, 'to' | 'minutes'>[];
  /** Null for what serves no key result. */
  readonly serves: KeyResultKey | null;
}

const HOUR = 60;
const atLeast = (target: number, period: Measure['period']): Measure => ({
  ...PLAIN_MEASURE,
  kind: 'quantity',
  direction: 'atLeast',
  target,
  period,
});
const measure = (
  kind: Measure['kind'],
  direction: Measure['direction'],
  target: number,
  period: Measure['period'],
): Measure => ({ ...PLAIN_MEASURE, kind, direction, target, period });

export const OUTCOMES: readonly OutcomePlan[] = [
  {
    key: 'larkspurTickets',
    name: 'Larkspur tickets',
    statement:
      'Every Larkspur customer has an answer that settles the matter within half a working day.',
    why: 'One in three buyers who waits longer than a day does not order again. A settled answer keeps them.',
    unit: 'tickets',
    family: 'support',
    client: 'larkspur',
    people: ['maricel', 'paolo'],
    measures: [
      atLeast(11, 'day'),
      measure('slaCompliance', 'atLeast', 0.92, 'month'),
      measure('turnaround', 'atMost', 4 * HOUR, 'month'),
      measure('score', 'atLeast', 4.5, 'month'),
    ],
    promises: [
      { to: 'responded', minutes: 3 * HOUR },
      { to: 'completed', minutes: 6 * HOUR },
    ],
    serves: 'answered',
  },
  {
    key: 'quillhavenTickets',
    name: 'Quillhaven tickets',
    statement: 'Quillhaven’s customers hear from a person who knows paper, the same day.',
    why: 'Their buyers are writers and teachers who ask before they buy: a good answer is the sale.',
    unit: 'tickets',
    family: 'support',
    client: 'quillhaven',
    people: ['maricel', 'paolo'],
    measures: [atLeast(5, 'day'), measure('slaCompliance', 'atLeast', 0.92, 'month')],
    promises: [{ to: 'completed', minutes: 8 * HOUR }],
    serves: 'answered',
  },
  {
    key: 'returns',
    name: 'Returns settled',
    statement: 'Money or exchange is on its way within two working days of the parcel’s return.',
    why: 'People forgive a faulty jug. They do not forgive waiting for their money.',
    unit: 'returns',
    family: 'support',
    client: null,
    people: ['maricel', 'paolo'],
    measures: [atLeast(14, 'week'), measure('accuracy', 'atLeast', 0.98, 'month')],
    promises: [{ to: 'completed', minutes: 16 * HOUR }],
    serves: 'answered',
  },
  {
    key: 'reviews',
    name: 'Review replies',
    statement: 'Every public review has a kind, concrete reply within a day.',
    why: 'Shoppers read the replies to bad reviews before they read the good reviews.',
    unit: 'replies',
    family: 'support',
    client: 'larkspur',
    people: ['paolo'],
    measures: [atLeast(12, 'day')],
    promises: [],
    serves: null,
  },
  {
    key: 'uploads',
    name: 'Product uploads',
    statement:
      'New products are live within two working days, with at most two errors in a hundred.',
    why: 'A product that is not live does not sell; a wrong price sells too well.',
    unit: 'listings',
    family: 'operations',
    client: null,
    people: ['joanna'],
    measures: [
      atLeast(36, 'day'),
      measure('accuracy', 'atLeast', 0.98, 'month'),
      measure('turnaround', 'atMost', 16 * HOUR, 'month'),
    ],
    promises: [{ to: 'completed', minutes: 16 * HOUR }],
    serves: 'rightTheFirstTime',
  },
  {
    key: 'images',
    name: 'Product pictures',
    statement: 'Every product page shows true colours and one picture in use.',
    why: '“Not as pictured” is the second reason for returns, and the one we can do something about.',
    unit: 'pictures',
    family: 'operations',
    client: null,
    people: ['joanna'],
    measures: [atLeast(45, 'day')],
    promises: [],
    serves: 'asPictured',
  },
  {
    key: 'invoices',
    name: 'Supplier invoices',
    statement:
      'Supplier invoices are booked, matched to deliveries and ready to pay within two working days.',
    why: 'Early payment earns 2% with four suppliers, and nobody stops a delivery over a lost invoice.',
    unit: 'invoices',
    family: 'analytical',
    client: null,
    people: ['camila'],
    measures: [
      atLeast(14, 'day'),
      {
        ...measure('accuracy', 'atLeast', 0.99, 'month'),
        sampling: { kind: 'share', shareRatio: 0.1 },
      },
    ],
    promises: [{ to: 'completed', minutes: 16 * HOUR }],
    serves: 'booked',
  },
  {
    key: 'payouts',
    name: 'Payouts reconciled',
    statement: 'Every payout is explained to the cent before the month is closed.',
    why: 'Unexplained differences were eating a day at every month’s end, and once hid a real loss.',
    unit: 'payouts',
    family: 'analytical',
    client: null,
    people: ['camila'],
    measures: [atLeast(12, 'week'), measure('accuracy', 'atLeast', 0.995, 'month')],
    promises: [],
    serves: 'booksClosed',
  },
  {
    key: 'prices',
    name: 'Price watch',
    statement: 'Both shops know by Monday where they are dearer than the market, and by how much.',
    why: 'Buyers compare two shops before they order. We would rather know what they see.',
    unit: 'prices',
    family: 'analytical',
    client: null,
    people: ['achieng'],
    measures: [atLeast(75, 'day'), measure('accuracy', 'atLeast', 0.98, 'month')],
    promises: [],
    serves: 'prices',
  },
  {
    key: 'suppliers',
    name: 'Supplier profiles',
    statement:
      'Buying decisions rest on three checked makers with landed cost, not on the first who answered.',
    why: 'The last two suppliers chosen in a hurry cost more in returns than they saved in price.',
    unit: 'profiles',
    family: 'analytical',
    client: null,
    people: ['achieng'],
    measures: [
      atLeast(5, 'week'),
      measure('turnaround', 'atMost', 24 * HOUR, 'month'),
      {
        ...measure('ratio', 'atLeast', 0.6, 'quarter'),
        partName: 'used for a purchase',
        wholeName: 'profiles',
      },
    ],
    promises: [{ to: 'completed', minutes: 24 * HOUR }],
    serves: 'checkedMakers',
  },
];
