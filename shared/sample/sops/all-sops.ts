import { answerTicket } from './answer-ticket.ts';
import { bookInvoice } from './book-invoice.ts';
import { priceWatch } from './price-watch.ts';
import { settleReturn } from './settle-return.ts';
import type { SopText } from './sop-text.ts';
import { uploadProduct } from './upload-product.ts';

export const SOPS: readonly SopText[] = [
  answerTicket,
  settleReturn,
  uploadProduct,
  bookInvoice,
  priceWatch,
];
