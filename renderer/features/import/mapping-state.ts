import { provenOrder } from '#shared/imports/date-order';
import type { DateOrderEvidence } from '#shared/imports/date-order';
import { orderEvidence } from '#shared/imports/suggest-mapping';
import type { OpenTable } from './import-flow.ts';
import { isDrafted } from './import-flow.ts';

/** What the mapped dates say about the order of day and month, where they leave it open; else null. */
export function openDateOrder({ outline, mapping }: OpenTable): DateOrderEvidence | null {
  const evidence = orderEvidence(outline.profiles, mapping.columns);
  return evidence.example !== null && provenOrder(evidence) === null ? evidence : null;
}

/** Whether nothing is left to be said and there is something to import. */
export function isReady(table: OpenTable): boolean {
  const { mapping, draft } = table;
  if (openDateOrder(table) && mapping.dateOrder === null) return false;
  const hasOutcome = mapping.outcome.column !== null || mapping.outcome.otherwise !== null;
  return hasOutcome && isDrafted(table) && (draft?.draftCount ?? 0) > 0;
}
