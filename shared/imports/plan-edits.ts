import type { RoleFamily } from '../plan/outcome.ts';
import type { Edit, Fields } from '../stream/change.ts';
import type { ResolvedName } from './resolve-names.ts';

/** What is common to everything one import adds to the plan. */
export interface PlanAddition {
  readonly importId: string;
  readonly zone: string;
  readonly unit: string;
  /** Hours that new members keep until somebody sets their own. */
  readonly calendarId: string;
}

/** `deleted: false` brings back what the same name had become at an import that was undone. */
export const memberEdit = (
  { id, name, email }: ResolvedName,
  { importId, zone, calendarId }: PlanAddition,
): Edit =>
  planEdit('member', id, {
    name,
    ...(email !== undefined && { email }),
    seat: 'assistant',
    timeZone: zone,
    calendarId,
    deleted: false,
    importId,
  });

/**
 * `memberIds`: who has rows for it. It has no target yet, so nobody owes anything by it; and no owner
 * unless one member alone works on it, for a table does not say who answers for a result.
 */
export const outcomeEdit = (
  { id, name }: ResolvedName,
  memberIds: readonly string[],
  { importId, unit }: PlanAddition,
): Edit =>
  planEdit('outcome', id, {
    name,
    unit,
    family: familyOf(unit),
    ownerId: memberIds.length === 1 ? (memberIds[0] ?? '') : '',
    memberIds,
    measures: [],
    deleted: false,
    importId,
  });

const familyOf = (unit: string): RoleFamily =>
  /^(?:tickets|cases|incidents|requests|issues)$/.test(unit) ? 'support' : 'operations';

const planEdit = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});
