import type { SopTemplate } from './template.ts';

export const bankReconciliation: SopTemplate = {
  id: 'bank-reconciliation',
  title: 'Reconcile the bank account',
  purpose:
    'The books are only worth reading while they agree with the bank. A difference found this week takes minutes, one found at year end takes days.',
  about: 'Bookkeeping: statement against books, each difference named, signed off.',
  reviewEveryDays: 182,
  sections: [
    {
      title: 'Both sides',
      steps: [
        {
          key: 'until',
          title: 'Up to which day are you reconciling?',
          how: 'The last day on the statement, usually the end of last month.',
          why: 'Both sides must stop on the same day or they can never agree.',
          kind: 'date',
          expectedMinutes: 1,
        },
        {
          key: 'statement',
          title: 'Attach the bank statement',
          how: 'The PDF from the bank itself, not an export that somebody edited.',
          why: 'An auditor asks for this file first.',
          kind: 'file',
          expectedMinutes: 3,
        },
        {
          key: 'feed',
          title: 'Check that the feed has no gap',
          how: 'Opening balance plus all movements must give the closing balance.',
          why: 'A missing day looks like a missing payment.',
          expectedMinutes: 5,
        },
      ],
    },
    {
      title: 'Match',
      steps: [
        {
          key: 'match',
          title: 'Match every line',
          how: 'Amount **and** payee. Never match two lines to make a sum fit.',
          why: 'A sum that fits by chance hides two errors.',
          expectedMinutes: 30,
        },
        {
          key: 'unmatched',
          title: 'How many lines are left without a match?',
          how: 'Count on both sides. Bank charges that are not booked yet count too.',
          why: 'The trend of this number tells whether the books are getting better.',
          kind: 'number',
          min: 0,
          max: 500,
          expectedMinutes: 2,
        },
        {
          key: 'list',
          title: 'Name each difference and who clears it',
          how: 'One line each: date, amount, what you think it is, who is asked.',
          why: 'An unnamed difference is found again next month, from the beginning.',
          kind: 'text',
          expectedMinutes: 10,
          rules: [{ effect: 'show', tests: [{ step: 'unmatched', kind: 'atLeast', value: 1 }] }],
        },
        {
          key: 'difference',
          title: 'Enter the difference in money',
          how: 'Books less bank, in the account’s currency. 0.00 where they agree.',
          why: 'Zero is the only number that needs no explanation.',
          kind: 'number',
          min: -100_000,
          max: 100_000,
          expectedMinutes: 2,
        },
      ],
    },
    {
      title: 'Close',
      steps: [
        {
          key: 'answer',
          title: 'Wait for the answers about open differences',
          how: 'Take this up again when each line has an answer.',
          why: 'A closed month with open questions is not closed.',
          kind: 'waitFor',
          waitOn: 'colleague',
          rules: [{ effect: 'show', tests: [{ step: 'unmatched', kind: 'atLeast', value: 1 }] }],
        },
        {
          key: 'sign',
          title: 'Have the reconciliation signed',
          how: 'Somebody who did not do it compares the closing balance with the statement.',
          why: 'Whoever pays must never be the only one who checks.',
          kind: 'signOff',
          expectedMinutes: 5,
        },
      ],
    },
  ],
};
