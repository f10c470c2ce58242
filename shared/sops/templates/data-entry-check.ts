import type { SopTemplate } from './template.ts';

export const dataEntryCheck: SopTemplate = {
  id: 'data-entry-check',
  title: 'Check a batch of entered data',
  purpose:
    'Errors are found where they cost a minute, by somebody who did not type them, and counted in the same way each time, so that the count means something.',
  about: 'A sample of a batch against its source, error rate, passed or sent back.',
  reviewEveryDays: 182,
  sections: [
    {
      title: 'Sample',
      steps: [
        {
          key: 'batch',
          title: 'How many records are in the batch?',
          how: 'From the system, not from the cover note.',
          why: 'The sample’s size follows from it.',
          kind: 'number',
          min: 1,
          max: 100_000,
          expectedMinutes: 1,
        },
        {
          key: 'sample',
          title: 'Draw every tenth record, at least 20',
          how: 'Begin at a number from 1 to 10 that somebody else calls out. Small batches: all of them.',
          why: 'Whoever picks by eye picks the ones that look right.',
          expectedMinutes: 5,
        },
      ],
    },
    {
      title: 'Compare',
      steps: [
        {
          key: 'fields',
          title: 'Compare each field with the source',
          how: 'Source on the left, record on the right, field by field. Numbers are read **backwards**.',
          why: 'Read forwards, the mind corrects what the eye sees.',
          expectedMinutes: 25,
        },
        {
          key: 'errors',
          title: 'How many records have at least one error?',
          how: 'A record counts once, however many errors are in it.',
          why: 'Counted in another way, the figure cannot be held against last month’s.',
          kind: 'number',
          min: 0,
          max: 10_000,
          expectedMinutes: 1,
        },
        {
          key: 'kinds',
          title: 'Which kind was most frequent?',
          how: 'The one that you saw most; “Other” only where none fits.',
          why: 'Each kind has its own remedy: a list to choose from, a mask, a better scan.',
          kind: 'choice',
          options: ['Typing', 'Wrong line', 'Left out', 'Source unreadable', 'Other'],
          expectedMinutes: 1,
          rules: [{ effect: 'show', tests: [{ step: 'errors', kind: 'atLeast', value: 1 }] }],
        },
        {
          key: 'proof',
          title: 'Attach an example of each kind',
          how: 'Source and record side by side. Cover personal data that is not needed.',
          why: 'An example teaches in seconds what a rule takes a page for.',
          kind: 'file',
          expectedMinutes: 5,
          rules: [{ effect: 'show', tests: [{ step: 'errors', kind: 'atLeast', value: 1 }] }],
        },
      ],
    },
    {
      title: 'Decide',
      steps: [
        {
          key: 'verdict',
          title: 'Passed or sent back?',
          how: 'Sent back from **2 %** of the sample on.',
          why: 'A limit that is the same for everybody needs no courage.',
          kind: 'choice',
          options: ['Passed', 'Sent back'],
          expectedMinutes: 1,
        },
        {
          key: 'tell',
          title: 'Tell whoever entered it, with the examples',
          how: 'Say first what was right. Ask what made it hard: the source is at fault more often than the person.',
          why: 'People who are told kindly enter better; people who are only corrected enter slower.',
          expectedMinutes: 10,
          rules: [{ effect: 'show', tests: [{ step: 'verdict', kind: 'is', value: 'Sent back' }] }],
        },
      ],
    },
  ],
};
