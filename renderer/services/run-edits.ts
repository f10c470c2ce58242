import type { Json } from '#shared/json';
import type { Hold, Run } from '#shared/sops/run';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';

/** A change of a run, in its member's log. */
export const runEdit = (
  { memberId, id }: Pick<Run, 'memberId' | 'id'>,
  fields: Edit['fields'],
): Edit => ({ audience: memberAudience(memberId), type: 'run', id, fields });

export const holdField = ({ id, whoId, wanted, ...hold }: Hold): Record<string, Json> => ({
  [`hold.${id}`]: { ...hold, ...(whoId && { whoId }), ...(wanted && { wanted }) },
});

/** Every hold that goes on, ended: two devices may each have begun one. */
export const endedHolds = (run: Run, toMs: number): Record<string, Json> =>
  Object.assign(
    {},
    ...run.holds.filter((hold) => hold.toMs === null).map((hold) => holdField({ ...hold, toMs })),
  );
