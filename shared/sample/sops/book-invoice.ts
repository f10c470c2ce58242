import { choice, number, remark, tick } from './sop-text.ts';
import type { SopText } from './sop-text.ts';

export const bookInvoice: SopText = {
  key: 'bookInvoice',
  title: 'Book a supplier’s invoice',
  purpose:
    'What we owe is known on the day the invoice comes, and nothing is paid that was not delivered.',
  outcome: 'invoices',
  owner: 'camila',
  reviewEveryDays: 90,
  versions: [
    {
      changeNote: 'First version, agreed with both clients’ accountants.',
      changeReason: 'Each of them booked freight differently, and margins could not be compared.',
      steps: [
        tick({
          id: 'genuine',
          title: 'Is it from who it says it is from?',
          how: 'Compare sender, tax number and **bank details** with the supplier’s card. If the bank details differ, stop: call the supplier on the number that *we* have, never on the one in the invoice.',
          why: 'Changed bank details are how invoices are forged. One call has already saved 3,900.',
          minutes: 3,
        }),
        tick({
          id: 'match',
          title: 'Match each line to an order and a delivery note',
          how: 'Quantity from the delivery note, price from the order. Write the order number beside each line. No delivery note: ask the warehouse, and mark the invoice as blocked.',
          why: 'Paying for what did not come is the easiest mistake to make and the hardest to undo.',
          minutes: 6,
        }),
        number({
          id: 'difference',
          title: 'Difference between invoice and order',
          how: 'Invoice total less order total, in the invoice’s currency. Up to **5.00** book it as rounding; above, ask for a credit note and send Robin the reason.',
          why: 'Small differences are noise. Large ones are either a mistake or a new price nobody told us about.',
          minutes: 2,
          min: -500,
          max: 500,
          typical: [0, 0, 0, 0, 0.02, -1.5, 4.1],
        }),
        choice({
          id: 'account',
          title: 'Choose the account',
          how: 'Goods that will be sold are *Stock*. Freight goes with the goods when it is on the same invoice. When in doubt look at how the last three from this supplier were booked.',
          why: 'The margin that the clients see each month is only as right as this line.',
          minutes: 2,
          options: ['Stock', 'Freight', 'Packaging', 'Services'],
          typical: ['Stock', 'Stock', 'Stock', 'Freight', 'Packaging'],
        }),
        tick({
          id: 'due',
          title: 'Set the day to pay, with the discount if there is one',
          how: 'Terms are on the supplier’s card. With 2% within 10 days, plan it for day 8. Never earlier than the delivery.',
          why: '2% for paying twenty days early is the best interest either shop will ever get.',
          minutes: 2,
        }),
        tick({
          id: 'file',
          title: 'File the document under supplier and month',
          how: '`Supplier/2-digit month/invoice number`. The file’s name is the invoice number and nothing else.',
          why: 'The accountants ask for a sample of twenty every quarter. It should take ten minutes.',
          minutes: 1,
        }),
        remark({
          id: 'note',
          title: 'Anything the next person should know?',
          how: 'A late delivery, a price that changed, a promise made on the phone.',
          why: 'Somebody else does this when Camila is away.',
          minutes: 1,
          typical: [
            'New price list from next month, plus 3%.',
            'They send invoices twice; the second is a reminder.',
          ],
        }),
      ],
    },
  ],
};
