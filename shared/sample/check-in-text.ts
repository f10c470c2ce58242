import type { AssistantKey } from './people.ts';

/** How each of them sounds at the end of an ordinary day. */
export const DAY_WORDS: Readonly<Record<AssistantKey, readonly string[]>> = {
  maricel: [
    'Quiet until nine, then everything at once after the newsletter.',
    'Two customers wrote back only to say thank you. Saved both for the Friday call.',
    'Four tickets about the same lamp. Wrote it up for Joanna, the page should say “no bulb”.',
    'Cleared the night queue by half past seven, which is a first this month.',
    'One long refund took an hour. The bank had the wrong reference from us.',
    'Carrier was late everywhere today; I answered before people asked where I could.',
    'Good day. The new first-line rule makes replies shorter than mine used to be.',
    'Helped Paolo with two returns over chat, so my own count is one lower.',
  ],
  paolo: [
    'Evening rush after the shop’s sale mail, then calm from nine.',
    'Asked Maricel before sending two replies. She changed one word in each.',
    'A customer called it “the friendliest no I ever got”. I will take that.',
    'Weekend parcels always ask the same thing, I have a good answer saved now.',
    'Reviews took longer: three of them deserved more than a line.',
    'Kept the list of questions next to me, no second tickets tonight.',
    'Slow internet for half an hour around eight, nothing lost.',
    'Two tickets left for the morning on purpose, they need the warehouse.',
  ],
  joanna: [
    'All of today’s sheets are live and looked at in the shop.',
    'Supplier’s measurements were in inches again; converted and told them.',
    'Pictures for the rugs needed more colour work than planned.',
    'One sheet had products that were already live. Merged instead of doubled.',
    'Good rhythm today: read the sheet first, type after.',
    'The small furniture takes longer, four pictures each and a drawing.',
    'Titles are getting shorter and, I think, better.',
    'Alt texts for all new pictures are in, also for last week’s.',
  ],
  camila: [
    'Everything that came in before noon is booked.',
    'Freight invoice covers two months, split it and left a note.',
    'All payouts explained to the cent, the odd 4.10 is a chargeback fee.',
    'Called one supplier about new bank details. It was genuine, the call took three minutes.',
    'Month-end pile is getting smaller earlier than last month.',
    'Two credit notes still to come, both promised for Thursday.',
    'Took the 2% on three invoices today.',
    'The accountants’ sample of twenty took eleven minutes to find.',
  ],
  achieng: [
    'Lamps and linen compared, summary is in the sheet.',
    'Two shops changed prices while I was looking; took both with the time.',
    'Waiting for two makers to answer, the third is very good.',
    'We are no longer the dearest on rugs. Somebody listened.',
    'Found the shop’s own price out of date in four rows and told Joanna.',
    'Calls with three makers, notes are in the profile.',
    'Postage is where they hide it. Added a column for it.',
    'Candles are noise this month, I suggest to skip them until January.',
  ],
};

export const TOMORROW_WORDS: Readonly<Record<AssistantKey, readonly string[]>> = {
  maricel: [
    'Night queue first, then the returns that were scanned today.',
    'Write up the lamp bulbs for the product page.',
    'Finish the two open Quillhaven questions before eight.',
  ],
  paolo: [
    'The two tickets that wait for the warehouse, then the queue.',
    'Weekend reviews, and the school order if the quote is accepted.',
    'Start with returns, they were left standing today.',
  ],
  joanna: [
    'Next sheet of the autumn range, then pictures.',
    'Finish the drafts that waited for stock.',
    'Two sheets before lunch, retouching after.',
  ],
  camila: [
    'Invoices first, payouts after the bank file arrives at ten.',
    'Chase the two credit notes.',
    'Close the week for both shops.',
  ],
  achieng: [
    'Finish the supplier profile, then dinnerware prices.',
    'Landed cost for the glass makers.',
    'Journals and planners, seven shops.',
  ],
};

/** What the days that stand out say of themselves. */
export const EVENT_WORDS = {
  learning: [
    'Slower than I want to be, but I read every thread twice and nothing came back.',
    'Maricel’s checklist helps. I still look up the refund screen every time.',
    'First day with nothing sent back!',
  ],
  alone:
    'Covering both queues this week. Larkspur first, Quillhaven waits a little longer than it should.',
  halfDay: 'Half day as agreed, so half the output. Nothing left standing.',
  outage:
    'Power went out in our street with the storm. Everything up to then was logged and is in the folder now.',
  priceErrors:
    'Several prices had to be corrected after going live. I follow the steps, so the steps must be missing something.',
  newProcedure: 'First day with version 2. The price check found two before anybody else could.',
  photosMissing:
    'Quillhaven’s photographs have still not come, so Larkspur’s sheets were all I could finish.',
  photosArrived: 'The photographs are here! Catching up on the Quillhaven covers.',
  photosMissingBlocker: 'Quillhaven: photographs of the new journal covers, asked three times.',
} as const;

/** What the day holds beside the queue, as they say it in the morning. */
export const ALSO_PLANNED: Readonly<Record<AssistantKey, readonly string[]>> = {
  maricel: [
    'Night queue first, everything from before midnight answered by eight.',
    'Keep an hour free after the newsletter goes out.',
    'Tidy the saved replies about delivery times.',
  ],
  paolo: [
    'Queue first, reviews in the quiet hour after midnight.',
    'Returns that were scanned today, before the queue grows.',
    'Read Maricel’s notes on refunds once more.',
  ],
  joanna: [
    'Photographs in the morning, when the light is right.',
    'Two sheets live before lunch.',
    'Retouch what was left from yesterday.',
  ],
  camila: [
    'Bank file at ten, payouts right after it.',
    'Everything due this week booked by noon.',
    'Call the two suppliers who have not sent their credit notes.',
  ],
  achieng: [
    'Seven shops, lamps and linen.',
    'Calls with makers between ten and twelve.',
    'Put the week’s list into the sheet.',
  ],
};

export const HELD_UP = {
  photos: 'Quillhaven’s photographs. Without them I can finish Larkspur’s sheets only.',
  alone: 'Alone with both queues this week: Quillhaven waits longer than it should.',
} as const;
