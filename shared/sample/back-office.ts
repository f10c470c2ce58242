import type { Random } from '../random.ts';
import type { Desk, Job } from './desk.ts';
import { INVOICE_NOTES, PAYOUT_NOTES, PAYOUT_SOURCES, SUPPLIERS } from './bookkeeping-text.ts';
import {
  PRICE_WATCH,
  PRICE_WATCH_NOTES,
  PROFILE_NOTES,
  SEND_BACK_PROFILE,
  SUPPLIER_QUESTIONS,
} from './research-text.ts';
import type { Story } from './story.ts';
import type { WorkDay } from './work-days.ts';

/** A day of Camila's: invoices by supplier, more of them around the month's turn, and payouts. */
export function bookkeepingJobs(_desk: Desk, { day }: WorkDay, _: Story, random: Random): Job[] {
  const date = Number(day.slice(8));
  const isMonthTurn = date <= 4 || date >= 28;
  const jobs: Job[] = [];
  for (let n = random.whole(5, 6) + (isMonthTurn ? 2 : 0); n > 0; n--) jobs.push(invoices(random));
  for (let n = random.whole(2, 3); n > 0; n--) jobs.push(payout(random));
  return jobs;
}

function invoices(random: Random): Job {
  const supplier = random.pick(SUPPLIERS);
  const quantity = random.whole(1, 4);
  return {
    outcome: 'invoices',
    title: supplier.name,
    client: supplier.client,
    minutes: 14 + quantity * 9,
    waitedMinutes: random.whole(40, 820),
    quantity,
    errors: Number(random.chance(0.012 * quantity)),
    valueMinor: quantity * Math.round(supplier.amount * (0.6 + random.next() * 0.9) * 100),
    reference: `INV-${random.whole(20_100, 24_900)}`,
    note: random.pick(INVOICE_NOTES),
    ...(random.chance(0.16) && { sop: 'bookInvoice' as const }),
  };
}

const payout = (random: Random): Job => ({
  outcome: 'payouts',
  title: random.pick(PAYOUT_SOURCES),
  client: null,
  minutes: random.whole(25, 45),
  waitedMinutes: null,
  errors: Number(random.chance(0.006)),
  valueMinor: random.whole(1_400, 9_800) * 100 + random.whole(0, 99),
  note: random.pick(PAYOUT_NOTES),
});

/** A day of Achieng's: two or three price comparisons, and now and then a supplier profile. */
export function researchJobs(_desk: Desk, _day: WorkDay, _: Story, random: Random): Job[] {
  const jobs: Job[] = [];
  for (let n = random.whole(2, 3); n > 0; n--) jobs.push(priceComparison(random));
  for (let n = random.whole(0, 2); n > 0; n--) jobs.push(supplierProfile(random));
  return jobs;
}

function priceComparison(random: Random): Job {
  const quantity = random.whole(22, 38);
  let errors = 0;
  for (let n = 0; n < quantity; n++) errors += Number(random.chance(0.011));
  return {
    outcome: 'prices',
    title: random.pick(PRICE_WATCH),
    client: random.chance(0.6) ? 'larkspur' : 'quillhaven',
    minutes: quantity * 3,
    waitedMinutes: null,
    quantity,
    errors,
    note: random.pick(PRICE_WATCH_NOTES),
    ...(random.chance(0.18) && { sop: 'priceWatch' as const }),
  };
}

function supplierProfile(random: Random): Job {
  const isSentBack = random.chance(0.12);
  return {
    outcome: 'suppliers',
    title: random.pick(SUPPLIER_QUESTIONS),
    client: random.chance(0.6) ? 'larkspur' : 'quillhaven',
    minutes: random.whole(80, 150),
    waitedMinutes: random.whole(300, 1_700),
    reference: `SUP-${random.whole(120, 420)}`,
    note: random.pick(PROFILE_NOTES),
    partCount: Number(random.chance(0.52)),
    wholeCount: 1,
    ...(isSentBack ? { sentBack: random.pick(SEND_BACK_PROFILE) } : { isAccepted: true }),
  };
}
