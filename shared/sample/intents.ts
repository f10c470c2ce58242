import type { MeasureKind, RoleFamily } from '../plan/outcome.ts';
import type { OutcomeKey } from './outcomes.ts';
import type { PersonKey } from './people.ts';

export type KeyResultKey =
  | 'answered'
  | 'asPictured'
  | 'rightTheFirstTime'
  | 'booked'
  | 'booksClosed'
  | 'prices'
  | 'checkedMakers';

interface IntentText {
  readonly name: string;
  readonly why: string;
  readonly owner: PersonKey;
}

/** A value told by hand, so many days before today. */
export interface SampleReading {
  readonly daysAgo: number;
  readonly value: number;
  readonly note: string;
}

export interface KeyResultText extends IntentText {
  readonly key: KeyResultKey;
  readonly unit: string;
  readonly start: number;
  readonly target: number;
  readonly source: 'hand' | MeasureKind;
  readonly readings: readonly SampleReading[];
}

export interface ObjectiveText extends IntentText {
  readonly team: string;
  readonly keyResults: readonly KeyResultText[];
}

export interface PriorityText extends IntentText {
  readonly objectives: readonly ObjectiveText[];
}

export interface RoleText extends IntentText {
  readonly family: RoleFamily;
  readonly people: readonly PersonKey[];
  readonly outcomes: readonly OutcomeKey[];
}

export const GOAL: IntentText = {
  name: 'Two small shops that feel looked after like one big one',
  why: 'Neither client can afford a team of six. Together they can, if it runs itself day by day.',
  owner: 'robin',
};

/** What matters this quarter; the last one has no outcome yet, as it goes in a real plan. */
export const PRIORITIES: readonly PriorityText[] = [
  {
    name: 'Keep the customers that we have',
    why: 'A returning buyer costs a fifth of a new one, and both shops lose too many after the first order.',
    owner: 'robin',
    objectives: [
      {
        name: 'Nobody waits for an answer long enough to leave',
        why: 'One in three who waits longer than a day does not order again.',
        team: 'Support desk',
        owner: 'maricel',
        keyResults: [
          {
            key: 'answered',
            name: '92 in 100 promises to customers kept',
            why: 'It is what both shops print under their contact form.',
            owner: 'maricel',
            unit: '',
            start: 0.8,
            target: 0.92,
            source: 'slaCompliance',
            readings: [],
          },
        ],
      },
      {
        name: 'What arrives is what was pictured',
        why: '“Not as pictured” is the second reason for returns, and the one we can do something about.',
        team: 'Listings',
        owner: 'joanna',
        keyResults: [
          {
            key: 'asPictured',
            name: 'Returns for “not as pictured” halved',
            why: 'Each one costs postage twice and a customer once.',
            owner: 'robin',
            unit: 'returns a month',
            start: 46,
            target: 23,
            source: 'hand',
            readings: [
              { daysAgo: 40, value: 44, note: 'Counted in both shops’ return lists' },
              { daysAgo: 26, value: 39, note: 'Candles reshot in daylight' },
              { daysAgo: 12, value: 33, note: '' },
              { daysAgo: 5, value: 30, note: 'Rugs are next' },
            ],
          },
          {
            key: 'rightTheFirstTime',
            name: '99 in 100 listings right the first time',
            why: 'A wrong price sells too well.',
            owner: 'joanna',
            unit: '',
            start: 0.95,
            target: 0.99,
            source: 'accuracy',
            readings: [],
          },
        ],
      },
    ],
  },
  {
    name: 'Know what we earn before the month is over',
    why: 'Prices and postage moved twice this year, and we noticed five weeks later.',
    owner: 'robin',
    objectives: [
      {
        name: 'The books are closed while they still help',
        why: 'A month that is closed on the ninth teaches nothing for the tenth.',
        team: 'Back office',
        owner: 'camila',
        keyResults: [
          {
            key: 'booked',
            name: '900 supplier invoices booked and matched',
            why: 'What is booked daily need not be hunted at the month’s end.',
            owner: 'camila',
            unit: 'invoices',
            start: 0,
            target: 900,
            source: 'quantity',
            readings: [],
          },
          {
            key: 'booksClosed',
            name: 'Months closed by the third working day',
            why: 'The shops order on the fifth.',
            owner: 'camila',
            unit: 'working days',
            start: 9,
            target: 3,
            source: 'hand',
            readings: [
              { daysAgo: 45, value: 7, note: 'Two suppliers sent invoices late' },
              { daysAgo: 14, value: 5, note: 'Payouts were ready on the first' },
            ],
          },
        ],
      },
      {
        name: 'We know what buyers see',
        why: 'Buyers compare two shops before they order.',
        team: 'Research',
        owner: 'achieng',
        keyResults: [
          {
            key: 'prices',
            name: 'Dearest of the market on fewer than 1 in 10 best-sellers',
            why: 'The rest may be dearer, as long as we know why.',
            owner: 'achieng',
            unit: 'of 100 best-sellers',
            start: 24,
            target: 10,
            source: 'hand',
            readings: [
              { daysAgo: 33, value: 22, note: '' },
              { daysAgo: 9, value: 16, note: 'Lamps and bed linen repriced' },
            ],
          },
          {
            key: 'checkedMakers',
            name: '6 in 10 supplier profiles decide a purchase',
            why: 'A profile that nobody buys by was the wrong question.',
            owner: 'achieng',
            unit: '',
            start: 0.3,
            target: 0.6,
            source: 'ratio',
            readings: [],
          },
        ],
      },
    ],
  },
  {
    name: 'Be ready for the busiest six weeks',
    why: 'Last winter both desks ran out of hands in the second week of December.',
    owner: 'robin',
    objectives: [],
  },
];

/** What the quarter before was about, closed: the first of them goes on this quarter. */
export const PAST_PRIORITIES: readonly (IntentText & {
  readonly status: 'done' | 'dropped';
  readonly closingNote: string;
  readonly isCarried: boolean;
})[] = [
  {
    name: 'Keep the customers that we have',
    why: 'A returning buyer costs a fifth of a new one.',
    owner: 'robin',
    status: 'done',
    closingNote:
      'Answers came on the same day by the end of it. Pictures were not started; both go on next quarter.',
    isCarried: true,
  },
  {
    name: 'One desk instead of two inboxes',
    why: 'The same customer was answered twice, and sometimes differently.',
    owner: 'robin',
    status: 'done',
    closingNote:
      'Both shops answer from one desk since the second week. Nobody misses the inboxes.',
    isCarried: false,
  },
  {
    name: 'A shop of our own on the marketplace',
    why: 'It looked like easy reach.',
    owner: 'robin',
    status: 'dropped',
    closingNote: 'Fees eat the margin of everything under 40 dollars. Not before they change.',
    isCarried: false,
  },
];

export const ROLES: readonly RoleText[] = [
  {
    name: 'Customer support',
    why: 'Customers of both shops hear from a person who settles the matter.',
    owner: 'maricel',
    family: 'support',
    people: ['maricel', 'paolo'],
    outcomes: ['larkspurTickets', 'quillhavenTickets', 'returns', 'reviews'],
  },
  {
    name: 'Product listings',
    why: 'What the shops sell is there to be found, and is as it looks.',
    owner: 'joanna',
    family: 'operations',
    people: ['joanna'],
    outcomes: ['uploads', 'images'],
  },
  {
    name: 'Bookkeeping',
    why: 'Every cent is explained while it can still be changed.',
    owner: 'camila',
    family: 'operations',
    people: ['camila'],
    outcomes: ['invoices', 'payouts'],
  },
  {
    name: 'Market research',
    why: 'The shops decide on what is known, not on what was heard.',
    owner: 'achieng',
    family: 'analytical',
    people: ['achieng'],
    outcomes: ['prices', 'suppliers'],
  },
];
