import type { SopTemplate } from './template.ts';

export const supportTicket: SopTemplate = {
  id: 'support-ticket',
  title: 'Answer a support ticket',
  purpose:
    'A customer who has to write twice about one thing has had two bad experiences. One reply settles the matter, and says what happens next.',
  about: 'One ticket from first reading to settled, with refunds above a limit signed off.',
  reviewEveryDays: 91,
  sections: [
    {
      title: 'Understand',
      steps: [
        {
          key: 'read',
          title: 'Read the whole thread and count the questions',
          how: 'Start at the **first** message, not the last. Write each question down in a word. The second question often hides in a half-sentence.',
          why: 'Half of all second messages come from a question that the first reply passed over.',
          kind: 'number',
          min: 1,
          max: 20,
          expectedMinutes: 3,
        },
        {
          key: 'matter',
          title: 'Choose what the matter is',
          how: 'Choose what the customer *needs*, not what they call it.',
          why: 'The steps that follow depend on it, and so do next month’s staffing figures.',
          kind: 'choice',
          options: ['Delivery', 'Product fault', 'Money back', 'Question before buying', 'Other'],
          expectedMinutes: 1,
        },
        {
          key: 'other',
          title: 'Say in a line what it is',
          how: 'Plain words, no ticket number: “asks to be taken off the mailing list”.',
          why: 'What comes up three times gets a choice of its own.',
          kind: 'text',
          expectedMinutes: 1,
          rules: [{ effect: 'show', tests: [{ step: 'matter', kind: 'is', value: 'Other' }] }],
        },
      ],
    },
    {
      title: 'Settle',
      steps: [
        {
          key: 'scan',
          title: 'Look up the last carrier scan',
          how: 'Open the parcel’s history. Note the date of the last scan. No scan for 5 days counts as lost.',
          why: 'A promise about a parcel is only as good as its last scan.',
          kind: 'date',
          expectedMinutes: 2,
          rules: [{ effect: 'show', tests: [{ step: 'matter', kind: 'is', value: 'Delivery' }] }],
        },
        {
          key: 'photo',
          title: 'Keep the customer’s photo of the fault',
          how: 'Attach the picture itself, not a link to it. Ask for one if there is none.',
          why: 'The supplier credits nothing without a picture.',
          kind: 'file',
          expectedMinutes: 2,
          rules: [
            { effect: 'show', tests: [{ step: 'matter', kind: 'is', value: 'Product fault' }] },
          ],
        },
        {
          key: 'refund',
          title: 'Enter the amount that goes back',
          how: 'The price **as paid**, after any discount. Enter 0 where nothing goes back.',
          why: 'What is entered here is what finance looks for on the statement.',
          kind: 'number',
          min: 0,
          max: 2_000,
          expectedMinutes: 2,
          rules: [
            {
              effect: 'show',
              match: 'any',
              tests: [
                { step: 'matter', kind: 'is', value: 'Money back' },
                { step: 'matter', kind: 'is', value: 'Product fault' },
              ],
            },
          ],
        },
        {
          key: 'second',
          title: 'Have the refund looked at by a colleague',
          how: 'They read the thread and the amount, and sign.',
          why: 'Two people see a slipped comma that one does not.',
          kind: 'signOff',
          expectedMinutes: 3,
          rules: [{ effect: 'show', tests: [{ step: 'refund', kind: 'atLeast', value: 150 }] }],
        },
      ],
    },
    {
      title: 'Reply',
      steps: [
        {
          key: 'reply',
          title: 'Write the reply: answer, reason, next step',
          how: '1. The answer in the first line.\n2. What happened, in one sentence, without blame.\n3. What happens next, with a **date**.',
          why: 'People read the first line and the date.',
          expectedMinutes: 6,
        },
        {
          key: 'answered',
          title: 'How many of their questions does the reply answer?',
          how: 'Hold the reply against your count from the first step. Fewer? Write on before you send.',
          why: 'This is the figure that predicts whether they write again.',
          kind: 'number',
          min: 1,
          max: 20,
          expectedMinutes: 1,
        },
      ],
    },
  ],
};
