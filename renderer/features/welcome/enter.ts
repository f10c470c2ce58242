import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { closeWelcome, openWelcome } from '../../state/screen.ts';
import { addWorkspace, switchSeat } from '../../app/parts/seats.ts';
import { bridge } from '../../bridge.ts';
import type { PlanStart } from '../../services/plan.ts';
import { useSession } from '../../state/session.ts';
import { ownZone } from '../../app/parts/zones.ts';

type Entered = Promise<Result<null, IpcFailure>>;

/** Opens a workspace in its first seat and leaves the welcome behind. */
export async function enter(entry: WorkspaceEntry): Entered {
  addWorkspace(entry);
  const [seat] = entry.seats;
  if (!seat) throw new Error('A workspace on this device has at least one seat');
  const opened = await switchSeat(entry, seat.memberId);
  if (opened.ok) closeWelcome();
  return opened;
}

/** Opens the sample; makes it where this device has none yet. */
export async function openSample(): Entered {
  const known = useSession.getState().start?.workspaces.find(({ isSample }) => isSample);
  if (known) return await enter(known);
  const created = await bridge.createSample({ timeZone: ownZone() });
  return created.ok ? await enter(created.value) : created;
}

/**
 * Makes a workspace and writes its plan's beginning. `made` is one that an earlier try made before its
 * plan could be written: it is not made twice.
 */
export async function startTeam(
  start: PlanStart,
  made: WorkspaceEntry | null,
  onMade: (entry: WorkspaceEntry) => void,
): Entered {
  const created = made ? null : await bridge.createWorkspace(start);
  if (created && !created.ok) return created;
  const entry = made ?? (created?.ok === true ? created.value : null);
  if (!entry) throw new Error('A workspace was made or it was not');
  onMade(entry);
  addWorkspace(entry);
  const [seat] = entry.seats;
  if (!seat) throw new Error('A workspace is made with its manager’s seat');
  // The welcome stays in front until the plan stands: no view is shown without its workspace's name.
  openWelcome();
  const opened = await switchSeat(entry, seat.memberId);
  if (!opened.ok) return opened;
  const { createPlan } = await import('../../services/plan.ts');
  const planned = await createPlan(entry, start);
  if (planned.ok) closeWelcome();
  return planned;
}
