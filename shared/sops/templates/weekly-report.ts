import type { SopTemplate } from './template.ts';

export const weeklyReport: SopTemplate = {
  id: 'weekly-report',
  title: 'Write the weekly report',
  purpose:
    'One page that a busy person reads in two minutes and knows what to decide. Numbers first, each against its target, then what is in the way.',
  about: 'Figures, what they mean and what is needed, out by the agreed hour.',
  reviewEveryDays: 182,
  sections: [
    {
      title: 'Figures',
      steps: [
        {
          key: 'week',
          title: 'Which week does it cover?',
          how: 'The last day of the week, usually Sunday. Leave this week’s half-days out.',
          why: 'Weeks of different length look like trends.',
          kind: 'date',
          expectedMinutes: 1,
        },
        {
          key: 'figures',
          title: 'Copy each figure from its source',
          how: 'From the system itself, never from last week’s report. Beside each: target and last week.',
          why: 'A wrong figure that was copied once is copied for ever.',
          expectedMinutes: 15,
        },
        {
          key: 'change',
          title: 'By how many percent did the main figure change?',
          how: '(This week − last week) ÷ last week × 100. Down is negative.',
          why: 'A change above 20 % is either news or a mistake; both need a look.',
          kind: 'number',
          min: -100,
          max: 1_000,
          expectedMinutes: 2,
        },
        {
          key: 'checked',
          title: 'Have the figure checked at its source',
          how: 'A colleague reads it from the system again and signs.',
          why: 'Better an hour late than wrong in front of everybody.',
          kind: 'signOff',
          expectedMinutes: 5,
          rules: [
            {
              effect: 'show',
              match: 'any',
              tests: [
                { step: 'change', kind: 'atLeast', value: 20 },
                { step: 'change', kind: 'atMost', value: -20 },
              ],
            },
          ],
        },
      ],
    },
    {
      title: 'What it means',
      steps: [
        {
          key: 'why',
          title: 'Say why the main figure moved',
          how: 'Two sentences. “We do not know yet” is an answer; a guess that sounds like one is not.',
          why: 'The reader decides on the reason, not on the figure.',
          kind: 'text',
          expectedMinutes: 10,
        },
        {
          key: 'blocked',
          title: 'Is something in the way?',
          how: 'Only what somebody else must do something about.',
          why: 'A blocker that is not named stays for another week.',
          kind: 'choice',
          options: ['Nothing', 'Yes'],
          expectedMinutes: 1,
        },
        {
          key: 'ask',
          title: 'Write who must do what by when',
          how: 'One line each: name, act, day.',
          why: 'A request without a name and a day is a wish.',
          kind: 'text',
          expectedMinutes: 4,
          rules: [{ effect: 'show', tests: [{ step: 'blocked', kind: 'is', value: 'Yes' }] }],
        },
      ],
    },
    {
      title: 'Send',
      steps: [
        {
          key: 'file',
          title: 'Attach the report as it was sent',
          how: 'As PDF, with the date in its name: `report-2026-11-22.pdf`.',
          why: 'Next week’s report is held against it.',
          kind: 'file',
          expectedMinutes: 2,
        },
      ],
    },
  ],
};
