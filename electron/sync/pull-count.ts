import type { PullSummary } from '#shared/ipc';
import type { Acceptance } from './accept.ts';
import type { Rejected, Workspace } from './workspace.ts';

/** So many batches at a time; of the first a few, so that merging begins while the rest is read. */
const ANNOUNCED_EVERY = 40;
const ANNOUNCED_FIRST = 12;

/** What one look brought. */
export class PullCount {
  newBatches = 0;
  knownBatches = 0;
  newChanges = 0;
  hasReadable = false;
  /** New batches that the window does not know of yet. */
  unannounced = 0;
  readonly rejected: Rejected[] = [];
  #isAnnounced = false;

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
    const most = this.#isAnnounced ? ANNOUNCED_EVERY : ANNOUNCED_FIRST;
    if (this.unannounced >= most) this.announce(ws);
  }

  /** Tells the window that there is something to merge, also while more is being read. */
  announce(ws: Workspace): void {
    this.unannounced = 0;
    this.#isAnnounced = true;
    ws.context.options.onIncoming(ws.id);
  }

  summary(ws: Workspace): PullSummary {
    const { newBatches, knownBatches, newChanges, rejected } = this;
    return { newBatches, knownBatches, newChanges, rejected, gaps: ws.gaps() };
  }
}
