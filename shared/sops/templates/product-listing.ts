import type { SopTemplate } from './template.ts';

export const productListing: SopTemplate = {
  id: 'product-listing',
  title: 'Put a product online',
  purpose:
    'A page that says what the thing is, with pictures that show it, sells it once. A page that does not sells it twice: once out and once back.',
  about: 'A new product page, from supplier sheet to live, with pictures and price checked.',
  reviewEveryDays: 91,
  sections: [
    {
      title: 'Before you begin',
      steps: [
        {
          key: 'sheet',
          title: 'Find the supplier sheet for this product',
          how: 'Match by **article number**, never by name: names repeat between seasons.',
          why: 'A page made from last season’s sheet comes back as a return.',
          kind: 'text',
          expectedMinutes: 2,
        },
        {
          key: 'photos',
          title: 'How many usable photos are there?',
          how: 'Usable: sharp, at least 1,600 px on the long side, the product as it is sold now.',
          why: 'Most returns for “not as pictured” begin here.',
          kind: 'number',
          min: 0,
          max: 30,
          expectedMinutes: 3,
        },
        {
          key: 'ask',
          title: 'Ask for better photos and wait',
          how: 'Write to the supplier which views are missing: front, back, in use, label.',
          why: 'Fewer than three pictures halves the rate at which people buy.',
          kind: 'waitFor',
          waitOn: 'client',
          waitMinutes: 1_440,
          expectedMinutes: 5,
          rules: [{ effect: 'show', tests: [{ step: 'photos', kind: 'atMost', value: 2 }] }],
        },
      ],
    },
    {
      title: 'The page',
      steps: [
        {
          key: 'title',
          title: 'Write the title: what, material, size',
          how: 'At most 70 characters. No “best”, no “new”. What somebody would type to find it.',
          why: 'Search shows the first 70 characters and cuts the rest.',
          kind: 'text',
          expectedMinutes: 4,
        },
        {
          key: 'price',
          title: 'Enter the price and compare it with the sheet',
          how: 'Sale price with tax. Hold it against the recommended price on the sheet.',
          why: 'A wrong price is honoured, whoever typed it.',
          kind: 'number',
          min: 0.5,
          max: 5_000,
          expectedMinutes: 2,
        },
        {
          key: 'signed',
          title: 'Have the price confirmed',
          how: 'A colleague compares sheet and page and signs.',
          why: 'From here on a slipped comma costs more than the minute.',
          kind: 'signOff',
          expectedMinutes: 2,
          rules: [{ effect: 'show', tests: [{ step: 'price', kind: 'atLeast', value: 500 }] }],
        },
        {
          key: 'alt',
          title: 'Write a text for each picture',
          how: 'Say what is seen, for somebody who cannot see it: “Blue enamel mug, handle to the right”.',
          why: 'Screen readers read it out, and search engines too.',
          expectedMinutes: 5,
        },
      ],
    },
    {
      title: 'Live',
      steps: [
        {
          key: 'look',
          title: 'Open the page on a phone and keep a screenshot',
          how: 'Title, price, first picture and “add to basket” must be seen without scrolling.',
          why: 'Two thirds of visitors come by phone.',
          kind: 'file',
          expectedMinutes: 3,
        },
        {
          key: 'basket',
          title: 'Put it into the basket as a customer would',
          how: 'Check stock, postage and tax in the basket, then empty it again.',
          why: 'A page can look right and still not sell.',
          expectedMinutes: 3,
        },
      ],
    },
  ],
};
