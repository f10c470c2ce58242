import type { TemplateId } from './outcome-templates.ts';

/** What work is about, in the catalogue's words, where what was typed cannot be counted: "inbox". */
export type ThingsKey =
  | 'inquiries'
  | 'calls'
  | 'tickets'
  | 'returns'
  | 'fixes'
  | 'changes'
  | 'recommendations'
  | 'briefs'
  | 'reports'
  | 'orders'
  | 'requests'
  | 'records'
  | 'invoices'
  | 'listings'
  | 'posts'
  | 'leads'
  | 'meetings'
  | 'bookings'
  | 'documents'
  | 'applications'
  | 'payments';

export interface Topic {
  readonly template: TemplateId;
  readonly things: ThingsKey;
}

type TopicRow = readonly [words: string, template: TemplateId, things: ThingsKey];

/** The first row that has a word of the statement: what is worked on says what is wanted of it. */
const ROWS: readonly TopicRow[] = [
  ['refund return chargeback', 'resolution', 'returns'],
  [
    'inbox email e-mail mail mailbox message chat inquiry enquiry query dm',
    'firstResponse',
    'inquiries',
  ],
  ['call phone hotline voicemail', 'firstResponse', 'calls'],
  ['ticket complaint issue helpdesk escalation dispute', 'resolution', 'tickets'],
  ['bug defect code deployment release test', 'defects', 'changes'],
  [
    'website site page server plugin feature app fix integration automation wordpress',
    'delivery',
    'fixes',
  ],
  ['decision recommendation forecast pricing', 'decisions', 'recommendations'],
  ['research competitor market insight brief', 'insight', 'briefs'],
  [
    'report dashboard spreadsheet analysis analytics kpi metrics performance ad campaign',
    'insight',
    'reports',
  ],
  ['invoice bookkeeping accounts books receipt expense ledger', 'accuracy', 'invoices'],
  ['payroll payment payout timesheet', 'accuracy', 'payments'],
  ['data database crm record contact inventory stock', 'accuracy', 'records'],
  ['transcript transcription document file contract translation minutes', 'accuracy', 'documents'],
  ['listing product catalogue catalog upload image picture photo', 'turnaround', 'listings'],
  ['order shipment shipping delivery fulfilment fulfillment parcel', 'turnaround', 'orders'],
  [
    'social facebook instagram tiktok linkedin newsletter blog post content video',
    'turnaround',
    'posts',
  ],
  ['lead prospect outreach crm', 'firstResponse', 'leads'],
  ['calendar meeting appointment diary schedule', 'turnaround', 'meetings'],
  ['travel booking flight hotel reservation', 'turnaround', 'bookings'],
  ['candidate applicant cv resume recruitment hiring', 'turnaround', 'applications'],
  ['customer client guest buyer', 'firstResponse', 'inquiries'],
  ['supplier vendor purchase', 'turnaround', 'orders'],
  ['cost budget spend', 'cost', 'orders'],
];

const TOPICS: ReadonlyMap<string, Topic & { readonly rank: number }> = new Map(
  ROWS.toReversed().flatMap(([words, template, things], index) =>
    words
      .split(' ')
      .map((word) => [word, { template, things, rank: ROWS.length - index }] as const),
  ),
);

/** What words in lower case are about, or null where none of them is known. */
export function topicOf(words: readonly string[]): Topic | null {
  const known = words.flatMap((word) => TOPICS.get(word) ?? TOPICS.get(singular(word)) ?? []);
  return known.toSorted((a, b) => a.rank - b.rank)[0] ?? null;
}

const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
