import { choice, number, remark, tick } from './sop-text.ts';
import type { SopText } from './sop-text.ts';

export const priceWatch: SopText = {
  key: 'priceWatch',
  title: 'Compare prices with the market',
  purpose:
    'A price comparison that somebody can decide on: the same thing, with postage, on the same day.',
  outcome: 'prices',
  owner: 'achieng',
  reviewEveryDays: 60,
  versions: [
    {
      changeNote: 'First version. Replaces the long sheet that nobody could read.',
      changeReason: 'Buyers asked for three numbers and got three hundred.',
      steps: [
        tick({
          id: 'pick',
          title: 'Take the twenty best-selling products of the group',
          how: 'From last month’s sales, not from what is in the window. Leave out what is on sale with us.',
          why: 'Twenty products are four fifths of what the group earns. The other eighty are noise.',
          minutes: 5,
        }),
        tick({
          id: 'same',
          title: 'Find the *same* thing, or write down what differs',
          how: 'Size, material and pieces in the pack must agree. If the nearest one differs, note how: “theirs is 24 cm, ours 27”.',
          why: 'A comparison with a different product is worse than none, because somebody will believe it.',
          minutes: 20,
        }),
        choice({
          id: 'postage',
          title: 'Whose postage is in the price?',
          how: 'Put one in the basket and go to the last page before paying. Note the total with delivery to the client’s own town.',
          why: 'Shops hide 4.95 in very different places.',
          minutes: 10,
          options: ['Included everywhere', 'Added where missing', 'Left out, noted'],
          typical: ['Added where missing', 'Added where missing', 'Included everywhere'],
        }),
        number({
          id: 'dearer',
          title: 'On how many of the twenty are we the dearest?',
          how: 'Count the rows where our total is the highest. Do not count ties.',
          why: 'This is the one number that the buyers look at on Monday.',
          minutes: 3,
          min: 0,
          max: 20,
          typical: [1, 2, 3, 3, 4, 6],
        }),
        tick({
          id: 'proof',
          title: 'Keep a dated page for each price that surprises',
          how: 'Save the page as PDF with the date in its name. Only the surprises: three or four.',
          why: 'Prices change overnight, and a surprise without proof becomes an argument.',
          minutes: 4,
        }),
        remark({
          id: 'advice',
          title: 'What would you do?',
          how: 'One sentence, with the product and the price. It is allowed to be wrong.',
          why: 'You looked at it for an hour. Nobody else has.',
          minutes: 2,
          typical: [
            'Lower the Heron floor lamp by 6; we would be second of seven.',
            'Leave the duvets alone, the cheap ones are polyester.',
            'Sell the inks in threes: nobody else does.',
          ],
        }),
      ],
    },
  ],
};
