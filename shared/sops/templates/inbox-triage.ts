import type { SopTemplate } from './template.ts';

export const inboxTriage: SopTemplate = {
  id: 'inbox-triage',
  title: 'Sort inbox and calendar for the day',
  purpose:
    'The manager opens the inbox and sees the five things that need them, and a calendar without surprises. Everything else has been answered, filed or passed on.',
  about: 'Each morning for somebody else: mail sorted, replies drafted, clashes solved.',
  reviewEveryDays: 91,
  sections: [
    {
      title: 'Inbox',
      steps: [
        {
          key: 'unread',
          title: 'How many messages came since yesterday?',
          how: 'Count before you open any.',
          why: 'The number tells when a rule or a second pair of hands is due.',
          kind: 'number',
          min: 0,
          max: 1_000,
          expectedMinutes: 1,
        },
        {
          key: 'sort',
          title: 'Sort into Answer, Decide, Read, Done',
          how: '**Answer**: you can reply. **Decide**: only the manager can. **Read**: no reply needed. Newsletters go straight to Done.',
          why: 'Sorting and answering are two kinds of work; mixed, both take longer.',
          expectedMinutes: 15,
        },
        {
          key: 'danger',
          title: 'Does a message ask for money, a password or a hurried favour?',
          how: 'Look at the sender’s **address**, not the name. An unusual account number counts as well.',
          why: 'This is how companies lose money: not by break-in but by a friendly mail.',
          kind: 'choice',
          options: ['No', 'Yes'],
          expectedMinutes: 2,
        },
        {
          key: 'call',
          title: 'Have it confirmed by a person you call',
          how: 'Use the number on file, never the one in the message. They, or a colleague who heard it, sign.',
          why: 'A call back costs two minutes and stops nearly every fraud.',
          kind: 'signOff',
          expectedMinutes: 5,
          rules: [{ effect: 'show', tests: [{ step: 'danger', kind: 'is', value: 'Yes' }] }],
        },
        {
          key: 'draft',
          title: 'Draft a reply to everything in Answer',
          how: 'Short, in the manager’s tone. Unsure? Draft it and move it to Decide with a question on top.',
          why: 'Saying yes or no to a draft takes seconds.',
          expectedMinutes: 30,
        },
      ],
    },
    {
      title: 'Calendar',
      steps: [
        {
          key: 'clash',
          title: 'How many clashes are there in the next five days?',
          how: 'Overlaps, and meetings without a break for travel in between. Mind the time zones.',
          why: 'Five days is early enough to move something kindly.',
          kind: 'number',
          min: 0,
          max: 50,
          expectedMinutes: 4,
        },
        {
          key: 'move',
          title: 'Propose a new time for each clash',
          how: 'Move the one with fewer people from outside. Offer two times, in *their* zone.',
          why: 'Who is asked with two choices answers at once.',
          expectedMinutes: 10,
          rules: [{ effect: 'show', tests: [{ step: 'clash', kind: 'atLeast', value: 1 }] }],
        },
        {
          key: 'brief',
          title: 'Send the morning note and keep a picture of it',
          how: 'At most five lines: what to decide, the first meeting, what moved.',
          why: 'It is read on a phone on the way in.',
          kind: 'file',
          isRequired: false,
          expectedMinutes: 5,
        },
      ],
    },
  ],
};
