import type { ReviewTopic } from '../cadence/review.ts';
import type { Person } from './people.ts';

/** An action as it was agreed; `done` is what became of it, so many days later. */
export interface ActionText {
  readonly owner: Person['key'];
  readonly text: string;
  readonly dueInDays: number;
  readonly done?: { readonly afterDays: number; readonly result: string };
}

/** What was said in a review. */
export interface ReviewText {
  readonly notes: Readonly<Partial<Record<ReviewTopic, string>>>;
  readonly decisions: readonly string[];
  readonly actions: readonly ActionText[];
}

/** The two weekly reviews that were held last, the later one last. */
export const WEEKLY_TEXTS: readonly ReviewText[] = [
  {
    notes: {
      output:
        'Tickets kept pace. Listings lost most of a day to the storm, which nobody could help; the sheets that were late went live on Thursday.',
      priorities: 'Returns for “not as pictured” first: they cost the client twice.',
    },
    decisions: ['Photographs are asked for with the sheet, and not when the sheet is begun.'],
    actions: [
      {
        owner: 'robin',
        text: 'Ask Larkspur to send photographs together with each sheet',
        dueInDays: 4,
        done: { afterDays: 3, result: 'They agreed, from the December sheets on.' },
      },
      {
        owner: 'joanna',
        text: 'List the ten products that come back most, with their pictures',
        dueInDays: 7,
        done: {
          afterDays: 6,
          result: 'In the sheet “not as pictured”; four need new photographs.',
        },
      },
    ],
  },
  {
    notes: {
      output: 'On target but for the wholesale quotes, which wait for prices that are not decided.',
      priorities:
        'Answer school orders within the shift; month end closes on the third working day.',
    },
    decisions: [
      'Refunds up to 50 dollars need no second pair of eyes.',
      'Wholesale prices are decided every Monday before noon.',
    ],
    actions: [
      {
        owner: 'paolo',
        text: 'Write down the three questions that every school order asks',
        dueInDays: 3,
        done: { afterDays: 2, result: 'Now the first three answers in the SOP.' },
      },
      {
        owner: 'joanna',
        text: 'Ask for new photographs of the four lamps that look green in the shop',
        dueInDays: 5,
      },
      { owner: 'robin', text: 'Decide the wholesale prices for spring', dueInDays: 10 },
    ],
  },
];

/** Why the one before them was not held. */
export const SKIP_REASON = 'Half the team was on holiday; what mattered was in the check-ins.';

/** The monthly review of the one with whom it has been held. */
export const MONTHLY_TEXT: ReviewText = {
  notes: {
    strengths:
      'Sheets are right the first time since the new step; the storm was told at once and honestly.',
    improve:
      'Ask for missing photographs on the day the sheet comes, and not on the day it is due.',
    support: 'A second source for pictures, and an answer on tax for bundles.',
  },
  decisions: ['Bundles are priced by Robin until the rule is in the SOP.'],
  actions: [
    { owner: 'robin', text: 'Write the rule for pricing bundles into the SOP', dueInDays: 14 },
  ],
};
