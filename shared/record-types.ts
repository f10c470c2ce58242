/** Types that live in the `team` audience and that only managers write. */
export const PLAN_TYPES: ReadonlySet<string> = new Set([
  'workspace',
  'member',
  'client',
  'calendar',
  'goal',
  'priority',
  'objective',
  'keyResult',
  'role',
  'outcome',
  'sop',
  'sopVersion',
  'invite',
  'cadence',
  'returnReason',
  'absence',
]);
