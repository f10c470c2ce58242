import type { SopTemplate } from './template.ts';

export const leadResearch: SopTemplate = {
  id: 'lead-research',
  title: 'Research a lead',
  purpose:
    'A salesperson’s hour is spent on the five companies that fit, and not on the fifty that do not. Every fact carries its source, so that nobody calls on a rumour.',
  about: 'One company, from name to a record that somebody can call on, or a reason why not.',
  reviewEveryDays: 91,
  sections: [
    {
      title: 'Does it fit?',
      steps: [
        {
          key: 'site',
          title: 'Open the company’s own website',
          how: 'From the register or a business card, not from an advertisement. Note the address.',
          why: 'Everything else is second-hand.',
          kind: 'text',
          expectedMinutes: 2,
        },
        {
          key: 'size',
          title: 'How many people work there?',
          how: 'Imprint, annual report or a professional network, in this order. An estimate is fine: say so in the record.',
          why: 'Below ten they do not buy from us yet.',
          kind: 'number',
          min: 1,
          max: 100_000,
          expectedMinutes: 4,
        },
        {
          key: 'fit',
          title: 'Does it fit our profile?',
          how: 'Fits: right trade, right country, ten people or more. “Later” where only the size is missing.',
          why: 'A “no” that is written down saves the next person the same search.',
          kind: 'choice',
          options: ['Fits', 'Later', 'Does not fit'],
          expectedMinutes: 2,
        },
        {
          key: 'reason',
          title: 'Write in one line why not',
          how: '“Sells through one partner only”, not “unsuitable”.',
          why: 'Reasons that repeat change the profile.',
          kind: 'text',
          expectedMinutes: 1,
          rules: [{ effect: 'show', tests: [{ step: 'fit', kind: 'isNot', value: 'Fits' }] }],
        },
      ],
    },
    {
      title: 'Who, and why now?',
      steps: [
        {
          key: 'person',
          title: 'Name the person who decides',
          how: 'Name, title, and where you found it. Published business contacts only.',
          why: 'A call to “the company” ends at the front desk.',
          kind: 'text',
          expectedMinutes: 6,
          rules: [{ effect: 'show', tests: [{ step: 'fit', kind: 'is', value: 'Fits' }] }],
        },
        {
          key: 'occasion',
          title: 'Find the occasion to write now',
          how: 'A vacancy, a new branch, a launch, with its **date**. None found? Say “none”.',
          why: 'A reason that is theirs gets answered three times as often as one that is ours.',
          kind: 'text',
          expectedMinutes: 6,
          rules: [{ effect: 'show', tests: [{ step: 'fit', kind: 'is', value: 'Fits' }] }],
        },
        {
          key: 'proof',
          title: 'Keep a screenshot of the occasion',
          how: 'The page with its address and date in sight.',
          why: 'Pages change between the research and the call.',
          kind: 'file',
          isRequired: false,
          expectedMinutes: 1,
          rules: [{ effect: 'show', tests: [{ step: 'fit', kind: 'is', value: 'Fits' }] }],
        },
      ],
    },
    {
      title: 'Hand in',
      steps: [
        {
          key: 'double',
          title: 'Search the list for the same company',
          how: 'By website, not by name. Found? Add to that record instead of making a second one.',
          why: 'Two people who call the same company cost us both calls.',
          expectedMinutes: 2,
        },
      ],
    },
  ],
};
