import type { RoleFamily } from '../plan/outcome.ts';
import type { Edit, Fields } from '../stream/change.ts';
import type { ResolvedName } from './resolve-names.ts';

/** What is common to everything one import adds to the plan. */
export interface PlanAddition {
  readonly importId: string;
  /** The importer, who owns the outcomes that the import makes. */
  readonly memberId: string;
  readonly zone: string;
  readonly unit: string;
  /** Hours that new members keep until somebody sets their own. */
  readonly calendarId: string;
}

export const memberEdit = (
  { id, name, state }: ResolvedName,
  { importId, zone, calendarId }: PlanAddition,
): Edit =>
  planEdit(
    'member',
    id,
    state === 'restored'
      ? { deleted: false, importId }
      : { name, seat: 'assistant', timeZone: zone, calendarId, deleted: false, importId },
  );

/** `memberIds`: who has rows for it. It has no target yet, so nobody owes anything by it. */
export const outcomeEdit = (
  { id, name, state }: ResolvedName,
  memberIds: readonly string[],
  { importId, memberId, unit }: PlanAddition,
): Edit =>
  planEdit(
    'outcome',
    id,
    state === 'restored'
      ? { deleted: false, importId }
      : {
          name,
          unit,
          family: familyOf(unit),
          ownerId: memberId,
          memberIds,
          measures: [],
          deleted: false,
          importId,
        },
  );

const familyOf = (unit: string): RoleFamily =>
  /^(?:tickets|cases|incidents|requests|issues)$/.test(unit) ? 'support' : 'operations';

const planEdit = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});
