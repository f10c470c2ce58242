/** Suppliers and what their invoices are for, with a usual amount in whole currency units. */
export const SUPPLIERS = [
  { name: 'Oakmere Ceramics', client: 'larkspur', amount: 940 },
  { name: 'Vantry Textiles', client: 'larkspur', amount: 1_680 },
  { name: 'Northlamp Glassworks', client: 'larkspur', amount: 720 },
  { name: 'Hedgerow Candle Works', client: 'larkspur', amount: 410 },
  { name: 'Bluestem Freight', client: 'larkspur', amount: 1_150 },
  { name: 'Sorrel Packaging', client: 'larkspur', amount: 365 },
  { name: 'Pulp and Thread Mill', client: 'quillhaven', amount: 830 },
  { name: 'Kettleby Brass', client: 'quillhaven', amount: 540 },
  { name: 'Inkwater Pigments', client: 'quillhaven', amount: 295 },
  { name: 'Arden Box Makers', client: 'quillhaven', amount: 460 },
  { name: 'Stillpond Engraving', client: 'quillhaven', amount: 380 },
] as const;

export const INVOICE_NOTES = [
  '',
  '',
  '',
  'Matched to the delivery notes, no differences.',
  'One line billed twice; credit note asked for and received.',
  'Freight split over two months.',
  'Exchange rate of the invoice date used.',
  'Early-payment discount taken, 2%.',
  'Bank details on the invoice had changed. Called the supplier back on the old number: genuine.',
] as const;

export const PAYOUT_SOURCES = [
  'Card payouts, Larkspur shop',
  'Card payouts, Quillhaven shop',
  'Wallet payouts, both shops',
  'Marketplace settlement, Larkspur',
  'Bank transfers received',
] as const;

export const PAYOUT_NOTES = [
  '',
  'Fees match the rate card.',
  'Difference of 4.10 is a chargeback fee, posted.',
  'Two refunds crossed the month end; accrued.',
  'One payout split by the bank, both halves found.',
] as const;
