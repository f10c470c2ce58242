import { openEntries } from '../data/deliverables.ts';
import type { Plan } from '../data/plan.ts';
import { today } from './clock.ts';
import { usualTimes } from './usual-times.ts';

/** What work takes whose time nobody can tell yet: an hour keeps it from counting for nothing. */
export const UNKNOWN_WORK_MS = 3_600_000;

/** Working ms that everybody's open work usually takes, by member who is here. */
export async function memberLoads(plan: Plan): Promise<ReadonlyMap<string, number>> {
  const members = plan.members.filter(({ isGone }) => !isGone);
  const open = await openEntries(members.map(({ id }) => id));
  const loads = await Promise.all(
    members.map(async ({ id, timeZone }) => {
      const usual = await usualTimes(id, today(timeZone));
      const ms = open
        .filter(({ memberId, isMoved }) => memberId === id && !isMoved)
        .reduce((sum, { outcomeId }) => sum + (usual.get(outcomeId) ?? UNKNOWN_WORK_MS), 0);
      return [id, ms] as const;
    }),
  );
  return new Map(loads);
}
