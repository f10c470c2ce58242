import type { PullSummary } from '#shared/ipc';

/** What several files brought together; a file or a hole is named once, as it stood last. */
export function joinedSummaries(summaries: readonly PullSummary[]): PullSummary {
  const rejected = new Map<string, PullSummary['rejected'][number]>();
  let newBatches = 0;
  let knownBatches = 0;
  let newChanges = 0;
  for (const summary of summaries) {
    newBatches += summary.newBatches;
    knownBatches += summary.knownBatches;
    newChanges += summary.newChanges;
    for (const each of summary.rejected) rejected.set(each.name, each);
  }
  return {
    newBatches,
    knownBatches,
    newChanges,
    rejected: [...rejected.values()],
    gaps: summaries.at(-1)?.gaps ?? [],
  };
}
