import { choice, number, remark, tick } from './sop-text.ts';
import type { SopText, StepText } from './sop-text.ts';

const readSheet = tick({
  id: 'sheet',
  title: 'Read the supplier’s sheet from end to end before opening the shop',
  how: 'Look for empty cells, two units in one column (cm and inches), and products that are already live. Mark what you will ask about in yellow.',
  why: 'Questions asked once, before the start, cost an hour. Asked one by one they cost two days.',
  minutes: 8,
});

const titles = tick({
  id: 'title',
  title: 'Write title and first line for a person, then for the search',
  how: 'Title: *what it is, of what, what size*. “Stoneware dinner plate, 27 cm, speckled white”. The first line says what it is like to use it. No exclamation marks, no “stunning”.',
  why: 'The title is read in a list of forty. The first line decides whether anybody reads the second.',
  minutes: 15,
});

const measures = tick({
  id: 'measures',
  title: 'Enter measurements, weight, material and care',
  how: 'Metric first, inches in brackets. Weight **with** packaging goes in the shipping field, without it on the page.',
  why: '“Smaller than I thought” is our third reason for returns. Wrong shipping weight loses 3.20 on every parcel.',
  minutes: 12,
});

const pictures = tick({
  id: 'pictures',
  title: 'Place the pictures: front, in use, detail, scale',
  how: 'At least four, 2,000 pixels wide, in this order. One must show a hand, a book or a table so that the size is plain. Write the alternative text as you would describe it on the phone.',
  why: 'Pages with a picture for scale have a third fewer “not as pictured” returns.',
  minutes: 12,
});

const category = choice({
  id: 'category',
  title: 'Choose the category that buyers would look in',
  how: 'Search the shop for the two nearest products and put it where they are. If they are in different places, tell Robin rather than choosing a third.',
  why: 'A product in the wrong shelf sells as if it did not exist.',
  minutes: 3,
  options: ['Table and kitchen', 'Light', 'Textiles', 'Furniture', 'Paper and desk'],
  typical: ['Table and kitchen', 'Light', 'Textiles', 'Textiles', 'Paper and desk'],
});

const publish = number({
  id: 'live',
  title: 'Publish, and count the listings that you see live',
  how: 'Open the shop in a private window and count. Hidden drafts and out-of-stock variants do not count.',
  why: 'The number in the sheet is a plan. The number in the shop is the result.',
  minutes: 6,
  min: 0,
  max: 60,
  typical: [8, 9, 10, 11, 12, 13],
});

const ask = remark({
  id: 'questions',
  title: 'What is still open with the client?',
  how: 'One line each: the product and what is missing. Mark the listing as blocked on the client if it cannot go live.',
  why: 'What is written down gets asked in the morning call. What is remembered does not.',
  minutes: 3,
  typical: [
    'Two plates without a weight; asked.',
    'Lamp shade: is “sand” the same as last year’s “oat”?',
    'Planner cover 4 has no photograph yet.',
  ],
});

const priceCheck = number({
  id: 'prices',
  title: 'Compare every price with the column “Retail incl. tax”',
  how: 'Sort the upload by price, put it beside the sheet, and go down both columns with the cursor. The sheet has **two** price columns since the last price list: *Retail net* and *Retail incl. tax*. The shop shows the second. Enter how many differed.',
  why: 'For three weeks net prices went live, and orders came in below cost. Ten minutes here found every one of them when we tried it on old sheets.',
  minutes: 10,
  min: 0,
  max: 60,
  typical: [0, 0, 0, 0, 1, 0, 2],
});

const priceNote: StepText = {
  ...remark({
    id: 'differed',
    title: 'Which prices differed, and what stands in the sheet?',
    how: 'Product, price in the upload, price in the sheet. Correct the upload **before** you go on.',
    why: 'Larkspur’s buyer wants to know which of their columns misleads us.',
    minutes: 3,
    typical: [
      'Heron floor lamp: 124 in the upload, 149 in the sheet.',
      'Two throws had net prices; both corrected.',
      'Serving bowl, large: net price, corrected.',
    ],
  }),
  isRequired: true,
  rules: [
    { effect: 'show', match: 'all', tests: [{ stepId: 'prices', kind: 'atLeast', value: 1 }] },
  ],
};

const secondLook = tick({
  id: 'sample',
  title: 'Open three live pages and read the price aloud',
  how: 'The dearest, the cheapest and one in the middle, in a private window with the delivery country set to the client’s.',
  why: 'Reading aloud is slower than looking, and that is the point.',
  minutes: 3,
});

export const uploadProduct: SopText = {
  key: 'uploadProduct',
  title: 'Put a sheet of products live',
  purpose:
    'Every product that arrives on a sheet is live within two days, reads well, and costs what it should.',
  outcome: 'uploads',
  owner: 'joanna',
  reviewEveryDays: 120,
  versions: [
    {
      changeNote: 'First version, from Joanna’s own notes.',
      changeReason: 'So that somebody else can put a sheet live when she is away.',
      steps: [readSheet, titles, measures, pictures, category, publish, ask],
    },
    {
      changeNote:
        'Two new steps about prices before and after a sheet goes live, and a line to Robin where any differed.',
      changeReason:
        'Larkspur’s sheet gained a net price column and 8 in 100 listings went live too cheap; the old steps never looked at prices at all.',
      credit: { person: 'joanna', step: 'prices' },
      sections: [
        { before: 'sheet', title: 'Before you open the shop' },
        { before: 'title', title: 'Write the pages' },
        { before: 'prices', title: 'Prices' },
        { before: 'live', title: 'Go live' },
      ],
      steps: [
        readSheet,
        titles,
        measures,
        pictures,
        category,
        priceCheck,
        priceNote,
        publish,
        secondLook,
        ask,
      ],
    },
  ],
};
