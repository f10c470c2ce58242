import { bankReconciliation } from './bank-reconciliation.ts';
import { chaseInvoice } from './chase-invoice.ts';
import { clientOnboarding } from './client-onboarding.ts';
import { dataEntryCheck } from './data-entry-check.ts';
import { inboxTriage } from './inbox-triage.ts';
import { leadResearch } from './lead-research.ts';
import { productListing } from './product-listing.ts';
import { supportTicket } from './support-ticket.ts';
import type { SopTemplate } from './template.ts';
import { weeklyReport } from './weekly-report.ts';

/** Every procedure to begin from, in the order in which they are offered. */
export const SOP_TEMPLATES: readonly SopTemplate[] = [
  supportTicket,
  productListing,
  bankReconciliation,
  leadResearch,
  weeklyReport,
  inboxTriage,
  dataEntryCheck,
  clientOnboarding,
  chaseInvoice,
];
