import type { PullSummary } from '#shared/ipc';
import type { Acceptance } from './accept.ts';
import type { Rejected, Workspace } from './workspace.ts';

/** So many batches at a time. */
const ANNOUNCED_EVERY = 40;

/** What one look brought. */
export class PullCount {
  newBatches = 0;
  knownBatches = 0;
  newChanges = 0;
  hasReadable = false;
  /** New batches that the window does not know of yet. */
  unannounced = 0;
  readonly rejected: Rejected[] = [];

  add(acceptance: Acceptance): void {
    if (acceptance.kind === 'known') this.knownBatches += 1;
    if (acceptance.kind !== 'new') return;
    this.newBatches += 1;
    this.newChanges += acceptance.changeCount;
    this.hasReadable ||= acceptance.isReadable;
    if (acceptance.isReadable) this.unannounced += 1;
  }

  /** While many files come, the window may merge those that are here. */
  announceSome(ws: Workspace): void {
    if (this.unannounced >= ANNOUNCED_EVERY) this.announce(ws);
  }

  /** Tells the window that there is something to merge, also while more is being read. */
  announce(ws: Workspace): void {
    this.unannounced = 0;
    ws.context.options.onIncoming(ws.id);
  }

  summary(ws: Workspace): PullSummary {
    const { newBatches, knownBatches, newChanges, rejected } = this;
    return { newBatches, knownBatches, newChanges, rejected, gaps: ws.gaps() };
  }
}
