import type { PullSummary } from '#shared/ipc';
import type { Acceptance } from './accept.ts';
import type { Rejected, Workspace } from './workspace.ts';

/** What one look brought. */
export class PullCount {
  newBatches = 0;
  knownBatches = 0;
  newChanges = 0;
  hasReadable = false;
  readonly rejected: Rejected[] = [];

  add(acceptance: Acceptance): void {
    if (acceptance.kind === 'known') this.knownBatches += 1;
    if (acceptance.kind !== 'new') return;
    this.newBatches += 1;
    this.newChanges += acceptance.changeCount;
    this.hasReadable ||= acceptance.isReadable;
  }

  summary(ws: Workspace): PullSummary {
    const { newBatches, knownBatches, newChanges, rejected } = this;
    return { newBatches, knownBatches, newChanges, rejected, gaps: ws.gaps() };
  }
}
