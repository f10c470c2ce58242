import type { SopTemplate } from './template.ts';

export const chaseInvoice: SopTemplate = {
  id: 'chase-invoice',
  title: 'Ask for a late payment',
  purpose:
    'Money that is owed comes in, and the client stays a client. Friendly first, clear second, and never twice on the same day by two people.',
  about: 'One overdue invoice, from checking our own side to a date that was promised.',
  reviewEveryDays: 182,
  sections: [
    {
      title: 'Our own side first',
      steps: [
        {
          key: 'paid',
          title: 'Look for the payment in the bank',
          how: 'By amount, then by name. Also under other invoice numbers.',
          why: 'Asking for money that has been paid is the most expensive mail there is.',
          expectedMinutes: 4,
        },
        {
          key: 'days',
          title: 'How many days is it overdue?',
          how: 'From the due day on the invoice to today.',
          why: 'The tone follows from it.',
          kind: 'number',
          min: 1,
          max: 1_000,
          expectedMinutes: 1,
        },
        {
          key: 'open',
          title: 'Is there an open complaint about this work?',
          how: 'Ask the person who delivered it, and search the tickets.',
          why: 'Who waits for an answer from us does not pay, and is right.',
          kind: 'choice',
          options: ['No', 'Yes'],
          expectedMinutes: 3,
        },
        {
          key: 'settle',
          title: 'Wait until the complaint is settled',
          how: 'Pass it on with the invoice number, and take this up again when it is closed.',
          why: 'One conversation at a time.',
          kind: 'waitFor',
          waitOn: 'colleague',
          rules: [{ effect: 'show', tests: [{ step: 'open', kind: 'is', value: 'Yes' }] }],
        },
      ],
    },
    {
      title: 'Ask',
      steps: [
        {
          key: 'mail',
          title: 'Write to the person who pays, with the invoice attached',
          how: 'Amount, due day, account, one question: “When can we expect it?”',
          why: 'A question gets an answer, a reminder gets filed.',
          expectedMinutes: 5,
        },
        {
          key: 'call',
          title: 'Call, and write down what was said',
          how: 'Ask for the person by name. Note name, time and the words.',
          why: 'From two weeks on a mail alone is not read.',
          kind: 'text',
          expectedMinutes: 10,
          rules: [{ effect: 'show', tests: [{ step: 'days', kind: 'atLeast', value: 14 }] }],
        },
        {
          key: 'stop',
          title: 'Have it decided whether work goes on',
          how: 'The account’s owner reads the history and signs what was decided.',
          why: 'Stopping work is a decision, not a reflex.',
          kind: 'signOff',
          expectedMinutes: 5,
          rules: [{ effect: 'show', tests: [{ step: 'days', kind: 'atLeast', value: 45 }] }],
        },
        {
          key: 'promised',
          title: 'Which day did they promise?',
          how: 'No day? Ask again, kindly: “Which day may I write down?”',
          why: 'A promised day can be kept. “Soon” cannot.',
          kind: 'date',
          expectedMinutes: 1,
        },
      ],
    },
  ],
};
