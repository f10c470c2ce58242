/** Every record type this version knows. Others are kept and forwarded as they are. */
export const RECORD_TYPES = [
  'workspace',
  'member',
  'client',
  'calendar',
  'goal',
  'priority',
  'keyResult',
  'role',
  'outcome',
  'sop',
  'sopVersion',
  'deliverable',
  'run',
  'checkIn',
  'import',
  'invite',
  'device',
  'receipt',
  'epoch',
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];

export const isKnownType = (type: string): type is RecordType =>
  (RECORD_TYPES as readonly string[]).includes(type);

/** Types that live in the `team` audience and that only managers write. */
export const PLAN_TYPES: ReadonlySet<string> = new Set([
  'workspace',
  'member',
  'client',
  'calendar',
  'goal',
  'priority',
  'keyResult',
  'role',
  'outcome',
  'sop',
  'sopVersion',
  'invite',
]);
