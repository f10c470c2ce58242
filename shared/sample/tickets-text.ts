/** What customers write about, and how it was settled: `{item}` becomes something the shop sells. */
export interface TicketStory {
  readonly title: string;
  readonly settled: readonly string[];
}

export const LARKSPUR_ITEMS = [
  'Ashdown table lamp',
  'Fennimore duvet set',
  'Orchard stoneware plates',
  'Calder wool throw',
  'Thistle glass jug',
  'Harrow oak stool',
  'Saltmarsh candle trio',
  'Brindle rug 160 × 230',
  'Penrose wall clock',
  'Linden bath towels',
  'Cobble tea set',
  'Wicket laundry basket',
  'Dovecote bookends',
  'Heron floor lamp',
] as const;

export const QUILLHAVEN_ITEMS = [
  'dotted journal A5',
  'foolscap letter set',
  'brass mechanical pencil',
  'weekly desk planner',
  'walnut pen tray',
  'deckle-edge notecards',
  'sepia ink 30 ml',
  'cloth-bound sketchbook',
  'pocket address book',
  'blotter refill pack',
  'wax seal starter box',
] as const;

/** Either shop. */
export const TICKETS: readonly TicketStory[] = [
  {
    title: 'Parcel shows delivered, nothing at the door ({item})',
    settled: [
      'Carrier’s photo shows the neighbour’s porch; customer has it now.',
      'Not found after two days. Replacement sent, claim opened with the carrier.',
      'Left at the parcel locker on the corner. Sent the pickup code again.',
    ],
  },
  {
    title: '{item} arrived damaged',
    settled: [
      'Photos received, replacement goes out with tomorrow’s collection.',
      'Customer preferred a refund. Damage photo filed for the warehouse.',
      'Only the box was dented; offered 10% off, accepted.',
    ],
  },
  {
    title: 'Wrong colour of {item} in the parcel',
    settled: [
      'Picking error. Right one sent, prepaid label for the wrong one.',
      'Customer keeps it at 15% off.',
    ],
  },
  {
    title: 'Where is my order? ({item})',
    settled: [
      'Stuck at the sorting centre since Thursday; moving again, new date given.',
      'Split shipment: second parcel arrives tomorrow. Explained and apologised.',
      'Label was made but never collected. Asked the warehouse, collected today.',
    ],
  },
  {
    title: 'Change of address before dispatch ({item})',
    settled: [
      'Changed before the pick list closed.',
      'Already with the carrier; redirect requested and confirmed.',
    ],
  },
  {
    title: 'Cancel the order of {item}',
    settled: ['Cancelled and refunded in full.', 'Too late to cancel; return label sent instead.'],
  },
  {
    title: 'Discount code refused at checkout ({item})',
    settled: [
      'Code excludes sale items. Applied it by hand as goodwill.',
      'Code had expired the night before; renewed for one order.',
    ],
  },
  {
    title: 'When is {item} back in stock?',
    settled: [
      'Next delivery in two weeks; customer is on the waiting list.',
      'Discontinued. Suggested the nearest thing we have, with a link.',
    ],
  },
  {
    title: 'Invoice with company name needed ({item})',
    settled: [
      'Invoice reissued with the company’s details.',
      'Sent; tax number added to the account.',
    ],
  },
  {
    title: 'Gift message missing from {item}',
    settled: [
      'Card printed and posted separately today, with our apology.',
      'Message had an emoji the printer drops. Told the shop, card reposted.',
    ],
  },
  {
    title: 'Refund not on the card yet ({item})',
    settled: [
      'Refund left us three days ago; bank reference sent to the customer.',
      'Had gone to store credit by mistake. Moved to the card.',
    ],
  },
  {
    title: 'One piece short in {item}',
    settled: [
      'Missing piece goes out today; count added to the packing note.',
      'Found under the inner tray. Customer was kind about it.',
    ],
  },
  {
    title: 'Charged twice for {item}',
    settled: [
      'Second line is a hold, not a charge; it falls away in five days. Explained.',
      'Double payment confirmed by bookkeeping, one refunded.',
    ],
  },
];

export const LARKSPUR_TICKETS: readonly TicketStory[] = [
  {
    title: 'How to wash the {item}?',
    settled: [
      'Sent the care sheet; 30 degrees, dry flat.',
      'Wipe only. Care line added to the product page.',
    ],
  },
  {
    title: '{item}: does the bulb come with it?',
    settled: ['No bulb in the box; E27, 40 W at most. Told the listings desk to add it.'],
  },
  {
    title: 'Assembly of the {item}: a screw is missing',
    settled: ['Screw bag posted first class.', 'It was taped under the seat. Solved on the phone.'],
  },
];

export const QUILLHAVEN_TICKETS: readonly TicketStory[] = [
  {
    title: 'Does ink bleed through the paper of the {item}?',
    settled: ['120 g paper, fine with fountain pens; sent a photo of our own test page.'],
  },
  {
    title: 'Engraving on the {item} has a typo',
    settled: [
      'Typo was in the order. Offered half price on a new engraving, accepted.',
      'Our mistake: workshop makes a new one this week.',
    ],
  },
  {
    title: 'School order of 40 × {item}',
    settled: [
      'Quote sent with the education price.',
      'Order placed on account, delivery before term begins.',
    ],
  },
];

export const RETURN_REASONS = [
  'Changed their mind',
  'Arrived damaged',
  'Not as pictured',
  'Wrong item sent',
  'Arrived too late',
  'Unwanted gift',
] as const;

export const RETURN_NOTES = [
  'Back in stock, as new.',
  'Item checked on video, refund released.',
  'Refunded less the return postage, as the policy says.',
  'Exchange sent; no money moved.',
  'Carrier pays: claim number in the reference.',
  'Customer keeps the chipped piece, half refunded.',
] as const;

export const REVIEW_BATCHES = [
  'Replies to this week’s reviews',
  'Two- and three-star reviews',
  'Photo reviews thanked',
  'Questions under product pages',
  'Reviews about delivery times',
] as const;

export const SEND_BACK_TICKET = [
  'Customer asked two things, we answered one. Please cover the delivery date too.',
  'Tone is a bit short for somebody whose wedding gift broke. Try again?',
  'The refund promised in the reply is more than the order’s total.',
  'No order number in the reply; the customer will have to ask again.',
] as const;
