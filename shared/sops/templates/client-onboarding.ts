import type { SopTemplate } from './template.ts';

export const clientOnboarding: SopTemplate = {
  id: 'client-onboarding',
  title: 'Welcome a new client',
  purpose:
    'The first two weeks decide whether a client stays. They know whom to ask, we know what they expect, and nobody asks them the same thing twice.',
  about: 'From signed contract to first delivered work, access and expectations included.',
  reviewEveryDays: 91,
  sections: [
    {
      title: 'Before the first call',
      steps: [
        {
          key: 'contract',
          title: 'Attach the signed contract',
          how: 'Both signatures on it? Name it by client and date.',
          why: 'Work that begins before it is work without terms.',
          kind: 'file',
          expectedMinutes: 3,
        },
        {
          key: 'start',
          title: 'When does the work begin?',
          how: 'The day in the contract, not the day of the call.',
          why: 'Every other day in this list counts from it.',
          kind: 'date',
          expectedMinutes: 1,
        },
        {
          key: 'data',
          title: 'Will we see personal data of their customers?',
          how: 'Names, addresses, mails: yes. Ask where unsure.',
          why: 'With personal data, a second contract comes first.',
          kind: 'choice',
          options: ['No', 'Yes'],
          expectedMinutes: 2,
        },
        {
          key: 'dpa',
          title: 'Have the data agreement signed off',
          how: 'Send the agreement, get it back, have it read by whoever answers for data here.',
          why: 'Without it we may not open the first file.',
          kind: 'signOff',
          expectedMinutes: 10,
          rules: [{ effect: 'show', tests: [{ step: 'data', kind: 'is', value: 'Yes' }] }],
        },
      ],
    },
    {
      title: 'The first call',
      steps: [
        {
          key: 'expect',
          title: 'Write down what “good” is, in the client’s words',
          how: 'Ask: “How will you know in three months that this was right?” Write the sentence, not a summary.',
          why: 'This sentence becomes the outcome that all work is measured by.',
          kind: 'text',
          expectedMinutes: 15,
        },
        {
          key: 'hours',
          title: 'Within how many hours do they expect an answer?',
          how: 'Working hours, in their zone. More than a day? Ask again whether that is meant.',
          why: 'Most complaints are about waiting, not about work.',
          kind: 'number',
          min: 1,
          max: 72,
          expectedMinutes: 2,
        },
      ],
    },
    {
      title: 'Access and first work',
      steps: [
        {
          key: 'access',
          title: 'Ask for access and wait for it',
          how: 'One account per person, through their system’s invitation. Never a password by mail.',
          why: 'Shared accounts cannot be taken from one person.',
          kind: 'waitFor',
          waitOn: 'client',
          expectedMinutes: 10,
        },
        {
          key: 'first',
          title: 'Deliver one small thing within three days',
          how: 'Something they can see and use, however small.',
          why: 'Trust comes from the first thing that arrives, not from the plan.',
          expectedMinutes: 60,
        },
        {
          key: 'ask',
          title: 'Ask how the first days were',
          how: 'One question, by voice where possible. Write the answer down as it was said.',
          why: 'What is wrong now is small. In a month it is a reason to leave.',
          kind: 'text',
          isRequired: false,
          expectedMinutes: 10,
        },
      ],
    },
  ],
};
