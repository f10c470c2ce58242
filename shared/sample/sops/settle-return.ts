import { choice, number, remark, signOff, tick } from './sop-text.ts';
import type { SopText } from './sop-text.ts';

/** From this refund on, in the shop’s currency, a colleague looks at it too. */
const SECOND_EYES_FROM = 150;

export const settleReturn: SopText = {
  key: 'settleReturn',
  title: 'Settle a return',
  purpose:
    'From the moment the warehouse scans the parcel, the customer is waiting for money. This gets it out within two days and learns from why it came back.',
  outcome: 'returns',
  owner: 'maricel',
  reviewEveryDays: 120,
  versions: [
    {
      changeNote: 'First version.',
      changeReason: 'Refunds took nine days, because nobody knew whose turn it was.',
      steps: [
        tick({
          id: 'scan',
          title: 'Check the warehouse scan against the return number',
          how: 'Open the return (RMA) and compare: item, quantity, condition code. If the scan says **B** or **C**, look at the photographs before you go on.',
          why: 'One in thirty parcels holds something other than what was announced.',
          minutes: 3,
        }),
        choice({
          id: 'reason',
          title: 'Record the real reason',
          how: 'Read what the customer wrote, not what they chose in the form: “changed my mind” often hides “smaller than it looked”.',
          why: 'The listings desk rewrites the page for the product that comes back most for the same reason.',
          minutes: 2,
          options: [
            'Not as pictured',
            'Arrived damaged',
            'Wrong item sent',
            'Arrived too late',
            'Changed their mind',
          ],
          typical: [
            'Not as pictured',
            'Arrived damaged',
            'Changed their mind',
            'Changed their mind',
            'Wrong item sent',
          ],
        }),
        choice({
          id: 'settle',
          title: 'Choose how it is settled',
          how: 'Offer an exchange first when the size or colour was the matter. A refund is never argued about within 30 days.',
          why: 'An exchange keeps a customer and costs less, but only when they want one.',
          minutes: 2,
          options: ['Refund', 'Exchange', 'Part refund', 'Store credit'],
          typical: ['Refund', 'Refund', 'Refund', 'Exchange', 'Part refund'],
        }),
        number({
          id: 'amount',
          title: 'Amount that goes back',
          how: 'Item price as paid, **after** any discount. Add the first postage when the fault was ours; take off the return postage when it was not. Enter 0 for an exchange.',
          why: 'Refunding the list price instead of the paid price was our most expensive mistake last year.',
          minutes: 2,
          min: 0,
          max: 600,
          typical: [0, 18.95, 34.5, 42.95, 59, 76.45, 118.95],
        }),
        signOff({
          id: 'second',
          title: 'A second pair of eyes on a large refund',
          how: 'Ask whoever is at the desk, or Robin. They compare the amount with the order and the photographs.',
          why: 'Two of our three worst refunds last year were a wrong digit.',
          minutes: 2,
          rules: [
            {
              effect: 'show',
              match: 'all',
              tests: [{ stepId: 'amount', kind: 'atLeast', value: SECOND_EYES_FROM }],
            },
          ],
        }),
        tick({
          id: 'release',
          title: 'Release the payment and write the bank reference into the order',
          how: 'Payment screen → *Refund* → paste the reference into the order’s notes.',
          why: 'With the reference a customer can ask their bank. Without it they ask us.',
          minutes: 4,
        }),
        tick({
          id: 'tell',
          title: 'Tell the customer: how much, to where, by when',
          how: '“42.95 is on its way to your card ending 4410 and should show by Thursday.” Three facts, one sentence.',
          why: 'Nine in ten “where is my refund” tickets come from a message without a date.',
          minutes: 3,
        }),
        remark({
          id: 'lesson',
          title: 'Anything the product page should have said?',
          how: 'One line for the listings desk: the missing measurement, the misleading picture, the colour on screen.',
          why: 'A return that improves the page pays for itself.',
          minutes: 1,
          typical: [
            'Page gives the diameter, buyers look for the height.',
            'Green looks blue in the second picture.',
            'Does not say that the stool comes flat-packed.',
          ],
        }),
      ],
    },
  ],
};
