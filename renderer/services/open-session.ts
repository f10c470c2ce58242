import type { HeadEntry, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import {
  closeProjection,
  openDatabase,
  openProjection,
  subscribeProjection,
} from '../data/current.ts';
import { clearDelivery } from '../data/delivery-marks.ts';
import { readPlanIn } from '../data/plan.ts';
import { projectionName } from '../data/projection.ts';
import { spokenLanguage } from '../i18n/language.ts';
import { NO_SESSION, useSession } from '../state/session.ts';
import { catchUp } from './catch-up.ts';
import { compactNowAndThen } from './compaction.ts';
import { rebuildDatabase } from './rebuild-database.ts';
import { acknowledge } from './receipts.ts';
import { showStatus } from './show-status.ts';
import { clearUndo } from './undo.ts';
import { keepUpNowAndThen, keepUpWithOthers } from './upkeep.ts';

type Opened = Result<null, IpcFailure>;

const followed: (() => void)[] = [];

/**
 * Asks the main process how things stand, and opens the workspace and seat that were open last, if
 * there are any left. Call once, before the first screen.
 */
export async function startSession(): Promise<Opened> {
  const start = await bridge.start();
  if (!start.ok) return start;
  useSession.setState({ start: start.value });
  const { workspaces, settings, heads } = start.value;
  const entry = workspaces.find(({ id }) => id === settings.workspace) ?? workspaces[0];
  const seat = entry?.seats.find(({ memberId }) => memberId === settings.seat) ?? entry?.seats[0];
  if (!entry || !seat) return ok(null);
  return await open(entry, seat.memberId, entry.id === settings.workspace ? heads : undefined);
}

/** Opens a workspace as one of its members on this device; what was open before is closed. */
export async function openSession(entry: WorkspaceEntry, memberId: string): Promise<Opened> {
  const opened = await open(entry, memberId, undefined);
  if (opened.ok) await bridge.saveSettings({ workspace: entry.id, seat: memberId });
  return opened;
}

export function closeSession(): void {
  for (const stop of followed.splice(0)) stop();
  useSession.setState(NO_SESSION);
  closeProjection();
  clearDelivery();
  clearUndo();
}

async function open(
  entry: WorkspaceEntry,
  memberId: string,
  heads: readonly HeadEntry[] | undefined,
): Promise<Opened> {
  const seat = entry.seats.find((each) => each.memberId === memberId)?.seat;
  if (!seat) return fail('no-seat', 'never');
  closeSession();
  if (!(await openOrRecreate(projectionName(entry.id)))) return fail('unexpected', 'later');
  // Managers write the plan, and read what they have written.
  readPlanIn(seat === 'manager' ? null : spokenLanguage());
  useSession.setState({ ...NO_SESSION, workspace: entry, memberId, seat });
  follow(entry);
  void bringUpToDate(heads);
  return ok(null);
}

/** The screen is up meanwhile and shows how far it is; live queries redraw what arrives. */
async function bringUpToDate(heads?: readonly HeadEntry[]): Promise<void> {
  const caughtUp = await catchUp(heads);
  if (caughtUp.ok) await acknowledge();
}

let isMergingIncoming = false;
let isMoreIncoming = false;

/** What others wrote may finish what work waits for. Many files are announced many times. */
async function mergeIncoming(): Promise<void> {
  isMoreIncoming = true;
  if (isMergingIncoming) return void catchUp();
  isMergingIncoming = true;
  try {
    while (isMoreIncoming) {
      isMoreIncoming = false;
      await bringUpToDate();
    }
    await keepUpWithOthers();
  } finally {
    isMergingIncoming = false;
  }
}

/** A database that cannot be opened is rebuilt: everything in it is in the streams. */
async function openOrRecreate(name: string): Promise<boolean> {
  try {
    await openProjection(name);
    return true;
  } catch {
    return await rebuildDatabase(name);
  }
}

/** The browser closes a database whose files it lost; what opens next in its place is empty. */
function followLoss(): () => void {
  watchForLoss();
  return subscribeProjection(watchForLoss);
}

function watchForLoss(): void {
  openDatabase()?.on('close', () => void bringUpToDate());
}

function follow({ id }: WorkspaceEntry): void {
  followed.push(
    followLoss(),
    bridge.onSyncStatus(showStatus),
    bridge.onIncoming((workspace) => {
      if (workspace === id) void mergeIncoming();
    }),
    compactNowAndThen(),
    keepUpNowAndThen(),
  );
  void readStatus(id);
}

async function readStatus(workspace: string): Promise<void> {
  const status = await bridge.syncStatus({ workspace });
  if (status.ok) showStatus(status.value);
}
