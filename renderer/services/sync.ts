import type { IpcFailure, PullSummary, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import type { RefusedCount } from '../data/import/importer.ts';
import { useSession } from '../state/session.ts';
import { collectMerged, continueCatchUp } from './catch-up.ts';
import { acknowledgeAside } from './receipts.ts';
import { showStatus } from './show-status.ts';

/** What one look into the folder brought, down to the entries. */
export interface ImportSummary extends PullSummary {
  readonly newEntries: number;
  /** Entries that were known and say something new now. */
  readonly changedEntries: number;
  /** Entries that came again and say what they said before. */
  readonly alreadyHad: number;
  readonly refused: readonly RefusedCount[];
}

/** Seals what is unsealed and delivers what is undelivered, now. */
export async function sendNow(): Promise<Result<SyncStatus, IpcFailure>> {
  const { workspace } = useSession.getState();
  if (!workspace) return fail('no-workspace', 'after-fix');
  const sent = await bridge.sendNow({ workspace: workspace.id });
  if (sent.ok) showStatus(sent.value);
  return sent;
}

/** Looks into the folder and merges what is new; receipts for it are written next. */
export async function pullNow(): Promise<Result<ImportSummary, IpcFailure>> {
  const { workspace } = useSession.getState();
  if (!workspace) return fail('no-workspace', 'after-fix');
  return await mergePulled(bridge.pull({ workspace: workspace.id }));
}

/** Merges what a look into the folder or a choice of files brings into the local store. */
export async function mergePulled(
  pulling: Promise<Result<PullSummary, IpcFailure>>,
): Promise<Result<ImportSummary, IpcFailure>> {
  // What arrives is announced while it arrives, so a catch-up may begin before this one.
  const collected = collectMerged();
  const pulled = await pulling;
  const caughtUp = await continueCatchUp();
  const { tally, refused } = collected.finish();
  if (!pulled.ok) return pulled;
  if (!caughtUp.ok) return caughtUp;
  void acknowledgeAside();
  return ok({
    ...pulled.value,
    newEntries: tally.newEntries,
    changedEntries: tally.changedEntries,
    alreadyHad: tally.sameEntries,
    refused,
  });
}
