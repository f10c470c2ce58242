import { addDays } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';
import type { VersionedOutput } from '#shared/metrics/insights/change-measures';
import { runFrom } from '#shared/sops/run';
import type { Run } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import { inSlices } from './in-slices.ts';
import { linkedDeliverables, refKey } from './linked-deliverables.ts';
import type { DeliverableRef } from './linked-deliverables.ts';

/** A run may have begun so long before what it made was completed. */
const LONGEST_DAYS = 31;
/** More runs than these take too long to read for one look. */
const MOST_RUNS = 20_000;

/** Output with the SOP version that it was made by. */
export interface MadeOutput extends VersionedOutput {
  readonly sopId: string;
}

/**
 * What was made by runs that were begun in some days or a month before them, each piece once: by the run
 * that was finished last. Null where there are too many runs to read.
 */
export async function versionedOutput(
  memberIds: readonly string[],
  { fromDay, toDay }: DayRange,
): Promise<readonly MadeOutput[] | null> {
  const { runs } = currentProjection();
  const begun = memberIds.map((memberId) =>
    runs
      .where('[memberId+day]')
      .between([memberId, addDays(fromDay, -LONGEST_DAYS)], [memberId, toDay], true, true),
  );
  const counts = await Promise.all(begun.map((some) => some.count()));
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_RUNS) return null;
  const last = new Map<string, { readonly run: Run; readonly ref: DeliverableRef }>();
  for (const some of begun) {
    await inSlices(await some.toArray(), (row) => {
      const run = runFrom(row);
      if (run.isDeleted || run.finishedAtMs === null || run.deliverableId === '') return;
      const ref = { audience: memberAudience(run.memberId), id: run.deliverableId };
      const held = last.get(refKey(ref));
      if ((held?.run.finishedAtMs ?? 0) <= run.finishedAtMs) last.set(refKey(ref), { run, ref });
    });
  }
  const linked = await linkedDeliverables([...last.values()].map(({ ref }) => ref));
  return [...last].flatMap(([key, { run }]) => {
    const deliverable = linked.get(key);
    return deliverable ? [{ versionId: run.versionId, sopId: run.sopId, deliverable }] : [];
  });
}
