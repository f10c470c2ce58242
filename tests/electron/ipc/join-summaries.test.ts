import { describe, expect, it } from 'vitest';
import { joinSummaries } from '../../../electron/ipc/join-summaries.ts';

const gap = { memberId: 'ana', stream: 's1', firstMissing: 5, lastMissing: 9 };

describe('the summary of several files', () => {
  it('adds what was new and known, and keeps every refusal', () => {
    const refused = { name: 'b.outlog', problem: 'batch-damaged' as const, seenAtMs: 1 };
    const joined = joinSummaries([
      { newBatches: 1, knownBatches: 0, newChanges: 40, rejected: [], gaps: [gap] },
      { newBatches: 0, knownBatches: 1, newChanges: 0, rejected: [refused], gaps: [gap] },
    ]);
    expect(joined).toEqual({
      newBatches: 1,
      knownBatches: 1,
      newChanges: 40,
      rejected: [refused],
      gaps: [gap],
    });
  });

  it('names only the gaps that the last file left', () => {
    const before = { newBatches: 1, knownBatches: 0, newChanges: 1, rejected: [], gaps: [gap] };
    expect(joinSummaries([before, { ...before, gaps: [] }]).gaps).toEqual([]);
  });
});
