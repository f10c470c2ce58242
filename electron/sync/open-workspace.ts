import { join } from 'node:path';
import type { IpcFailure } from '#shared/ipc';
import { ok, type Result } from '#shared/result';
import { placeOf } from '../identity/machine.ts';
import { readDelivery } from './delivery-file.ts';
import type { EngineContext } from './engine-context.ts';
import { openJournal } from './journal/open-journal.ts';
import { openSeat, type Seat } from './seat.ts';
import { BatchStore } from './store/batch-store.ts';
import { latestClock } from './store/stream-index.ts';
import { targetIdOf, type WorkspaceFile } from './workspace-file.ts';
import { Workspace } from './workspace.ts';

/**
 * Opens a workspace's journal and store, and decides which own streams may be continued. Quick: the
 * last journal segment and the indexes are all that is read. Failures: `journal-locked`, `batch-newer`.
 */
export async function openWorkspace(
  context: EngineContext,
  directory: string,
  file: WorkspaceFile,
): Promise<Result<Workspace, IpcFailure>> {
  const { fs, options } = context;
  const journal = await openJournal(fs, join(directory, 'journal'));
  if (!journal.ok) return journal;
  try {
    const store = new BatchStore(fs, directory, file.id, options.nowMs);
    await store.open();
    const seats = openSeats(context, file);
    const delivery = await readDelivery(fs, directory, targetIdOf(file));
    const parts = { context, directory, file, seats, journal: journal.value, store, delivery };
    const ws = new Workspace(parts);
    await ws.heard.open();
    await settleIdentity(ws);
    for (const index of store.streams.values()) ws.see(latestClock(index));
    ws.log.note('opened', { counts: { streams: store.streams.size } });
    return ok(ws);
  } catch (error) {
    await journal.value.close();
    throw error;
  }
}

/** A seat whose key the keychain no longer opens can be read, not written. */
function openSeats({ options }: EngineContext, file: WorkspaceFile): ReadonlyMap<string, Seat> {
  const seats = new Map<string, Seat>();
  for (const seat of file.seats) {
    try {
      seats.set(seat.memberId, openSeat(options.protector, seat));
    } catch {
      // Appending as this member answers `no-seat`.
    }
  }
  return seats;
}

/** Ends the epochs that another copy of this journal may be writing, too. */
async function settleIdentity(ws: Workspace): Promise<void> {
  const place = await placeOf(ws.fs, ws.directory);
  const hasMoved = ws.file.place !== '' && ws.file.place !== place;
  if (hasMoved) ws.log.note('place-changed');
  const broken = await ws.own.relateAll(ws.delivery.sent);
  await ws.retire(hasMoved ? [...ws.journal.state.streams.keys()] : broken);
  if (ws.file.place !== place) await ws.saveFile({ ...ws.file, place });
}
