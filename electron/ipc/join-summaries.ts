import type { PullSummary } from '#shared/ipc';

/** The summary of several files added one after the other. Gaps are those left after the last. */
export function joinSummaries(summaries: readonly PullSummary[]): PullSummary {
  return {
    newBatches: summaries.reduce((sum, each) => sum + each.newBatches, 0),
    knownBatches: summaries.reduce((sum, each) => sum + each.knownBatches, 0),
    newChanges: summaries.reduce((sum, each) => sum + each.newChanges, 0),
    rejected: summaries.flatMap((each) => each.rejected),
    gaps: summaries.at(-1)?.gaps ?? [],
  };
}
