import { useSession } from '../state/session.ts';
import { catchUp } from './catch-up.ts';
import { makeDueRuns } from './due-runs.ts';
import { makeDueWork } from './due-work.ts';
import { settleHandedRuns } from './settle-handed-runs.ts';
import { settleMoves } from './settle-moves.ts';
import { settleNeeds } from './settle-needs.ts';
import { settleStandIns } from './settle-stand-ins.ts';

/** Out of the first screen's way; then often enough that nine o'clock's work is there at nine. */
const FIRST_MS = 2_000;
const EVERY_MS = 60_000;

/** Does, now and then, what time and other people's work bring with them, until the answer is called. */
export function keepUpNowAndThen(): () => void {
  const first = setTimeout(() => void keepUpWithOthers(), FIRST_MS);
  const every = setInterval(() => void keepUp(), EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}

/** After others' changes have arrived: what they did with work that has moved goes after it first. */
export async function keepUpWithOthers(): Promise<void> {
  await quietly(settleMoves);
  await keepUp();
}

/** Makes the recurring work and the runs that are due, and tells work and stand-ins what became of others'. */
async function keepUp(): Promise<void> {
  await quietly(makeDueWork);
  await quietly(makeDueRuns);
  await quietly(settleNeeds);
  await quietly(settleStandIns);
  await quietly(settleHandedRuns);
}

/**
 * Only on a database that holds everything: on another, what somebody deleted or edited would look as if
 * it had never been made.
 */
async function quietly(act: () => Promise<unknown>): Promise<void> {
  try {
    if (useSession.getState().merge.phase !== 'idle') return;
    const caughtUp = await catchUp();
    if (caughtUp.ok) await act();
  } catch {
    // The session ended meanwhile, or the database is being rebuilt: the next time will do.
  }
}
