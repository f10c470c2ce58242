import { choice, number, remark, tick } from './sop-text.ts';
import type { SopText } from './sop-text.ts';

export const answerTicket: SopText = {
  key: 'answerTicket',
  title: 'Answer a ticket so that it stays answered',
  purpose:
    'A customer who must write twice about one thing has had two bad experiences. This is how one reply settles it.',
  outcome: 'larkspurTickets',
  owner: 'maricel',
  reviewEveryDays: 180,
  versions: [
    {
      changeNote:
        'First version, written with Maricel after a week of reading old tickets together.',
      changeReason: 'One in four customers had to write twice about the same thing.',
      steps: [
        tick({
          id: 'read',
          title: 'Read the whole thread and write down every question',
          how: 'Read from the first message, not the last. Count the questions: most tickets ask **two** things, and the second hides in a half-sentence (“…and will it be here before the 14th?”).',
          why: 'Half of all second messages come from a question that we did not answer the first time.',
          minutes: 3,
        }),
        tick({
          id: 'order',
          title: 'Open the order and its parcel history',
          how: 'Search by order number, then by e-mail if there is none. Look at:\n- what was bought, and what else is in the same order\n- the last carrier scan and its time\n- earlier tickets and refunds',
          why: 'Customers describe what they see. The order shows what happened.',
          minutes: 3,
        }),
        choice({
          id: 'kind',
          title: 'Decide what kind of matter it is',
          how: 'Choose what the customer **needs**, not what they call it. “Where is my refund?” is *Money* even when it begins with a parcel.',
          why: 'Each kind has its own promise on time, and Robin plans the shifts from these counts.',
          minutes: 1,
          options: ['Parcel', 'Product', 'Money', 'Before buying', 'Something else'],
          typical: ['Parcel', 'Parcel', 'Product', 'Money', 'Before buying'],
        }),
        tick({
          id: 'act',
          title: 'Do the thing before you write about it',
          how: 'Send the replacement, release the refund, ask the warehouse. Only then write. Up to **25.00** you decide alone; above that ask Robin and mark the ticket as blocked on the manager.',
          why: '“It is done” is a better message than “I will see to it”, and it is shorter.',
          minutes: 6,
        }),
        tick({
          id: 'reply',
          title: 'Write the reply: answer, reason, next step',
          how: '1. The answer in the first line.\n2. What happened, in one sentence, without blaming the carrier.\n3. What happens next, with a **date**.\n\nUse the customer’s name once. No “we apologise for any inconvenience”: name the inconvenience.',
          why: 'People read the first line on a phone. A date stops the next message.',
          minutes: 6,
        }),
        number({
          id: 'answered',
          title: 'How many of their questions does the reply answer?',
          how: 'Go back to your list from the first step and tick them off against the text. If the number is lower than your list, write the missing line now.',
          why: 'It takes half a minute here and saves a second ticket.',
          minutes: 1,
          min: 1,
          max: 10,
          typical: [1, 2, 2, 2, 3],
        }),
        remark({
          id: 'pattern',
          title: 'Have you seen this before this week?',
          how: 'If it is the third time, write one line: what keeps happening, and to which product.',
          why: 'Three of a kind is no longer a ticket, it is a fault somebody can repair.',
          minutes: 1,
          typical: [
            'Third lamp with a loose base this week, all from the same delivery.',
            'Carrier marks parcels as delivered the evening before.',
            'Customers read “ships in 2 days” as “arrives in 2 days”.',
          ],
        }),
      ],
    },
  ],
};
