import type { Json } from '../json.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { Need } from './deliverable.ts';

/** Work that is about to be given to a member. Times are UTC ms. */
export interface AssignmentDraft {
  readonly outcomeId: string;
  readonly title: string;
  readonly client: string;
  readonly quantity: number | null;
  /** When it was asked for; null is the moment of giving it out. */
  readonly requestedAtMs: number | null;
  /** Null leaves it to what the outcome promises. */
  readonly dueAtMs: number | null;
  readonly reference: string;
  readonly note: string;
  readonly needs: readonly Need[];
}

export const EMPTY_ASSIGNMENT: AssignmentDraft = {
  outcomeId: '',
  title: '',
  client: '',
  quantity: 1,
  requestedAtMs: null,
  dueAtMs: null,
  reference: '',
  note: '',
  needs: [],
};

export const ASSIGNMENT_PROBLEMS = [
  'outcome-missing',
  'outcome-archived',
  'title-missing',
  'quantity-not-positive',
  'due-before-request',
  'due-beyond-limits',
  'request-beyond-limits',
] as const;
/** What forbids giving it out. */
export type AssignmentProblem = (typeof ASSIGNMENT_PROBLEMS)[number];

/** What is worth a second look, and forbids nothing. */
export type AssignmentWarning = 'member-not-on-outcome' | 'due-in-the-past';

const YEAR_MS = 365.25 * 86_400_000;
const LIMIT_MS = 20 * YEAR_MS;

export function assignmentProblems(
  draft: AssignmentDraft,
  outcome: Outcome | undefined,
  nowMs: number,
): readonly AssignmentProblem[] {
  const { requestedAtMs, dueAtMs, quantity } = draft;
  const problems: AssignmentProblem[] = [];
  if (!outcome) problems.push('outcome-missing');
  else if (outcome.isArchived) problems.push('outcome-archived');
  if (draft.title.trim() === '') problems.push('title-missing');
  if (quantity === null || !(quantity > 0)) problems.push('quantity-not-positive');
  if (requestedAtMs !== null && isBeyondLimits(requestedAtMs, nowMs)) {
    problems.push('request-beyond-limits');
  }
  if (dueAtMs !== null && isBeyondLimits(dueAtMs, nowMs)) problems.push('due-beyond-limits');
  else if (dueAtMs !== null && dueAtMs < (requestedAtMs ?? -Infinity)) {
    problems.push('due-before-request');
  }
  return problems;
}

export function assignmentWarnings(
  draft: AssignmentDraft,
  memberId: string,
  outcome: Outcome | undefined,
  nowMs: number,
): readonly AssignmentWarning[] {
  const warnings: AssignmentWarning[] = [];
  if (outcome && !outcome.memberIds.includes(memberId)) warnings.push('member-not-on-outcome');
  if (draft.dueAtMs !== null && draft.dueAtMs < nowMs) warnings.push('due-in-the-past');
  return warnings;
}

/** A date so far away, more than 20 years, is a typing error. */
export const isBeyondLimits = (ms: number, nowMs: number): boolean =>
  Math.abs(ms - nowMs) > LIMIT_MS;

/** The fields of a new deliverable. */
export function assignmentFields(
  draft: AssignmentDraft,
  given: { readonly byId: string; readonly atMs: number; readonly zone: string },
): Record<string, Json> {
  const { title, client, reference, note } = draft;
  const said = { title, client, reference, note };
  const fields: Record<string, Json> = {
    outcomeId: draft.outcomeId,
    quantity: draft.quantity ?? 1,
    requestedAtMs: draft.requestedAtMs ?? given.atMs,
    zone: given.zone,
    assignedById: given.byId,
    assignedAtMs: given.atMs,
  };
  for (const [name, text] of Object.entries(said)) {
    if (text.trim() !== '') fields[name] = text.trim();
  }
  if (draft.dueAtMs !== null) fields['dueAtMs'] = draft.dueAtMs;
  return { ...fields, ...needFields(draft.needs) };
}

/** Needs as they are stored, one field each. */
export const needFields = (needs: readonly Need[]): Record<string, Json> =>
  Object.fromEntries(
    needs.map(({ id, memberId, title, doneAtMs }) => [`need.${id}`, { memberId, title, doneAtMs }]),
  );
