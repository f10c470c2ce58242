import type { Deliverable, Need } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { doneIn, withKnownNeeds } from '#shared/deliverables/needs';
import { textOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import { isAudience, memberAudience } from '#shared/stream/change';
import type { Entry } from './entry.ts';
import { deliverableStates } from './imported.ts';

/** Work is moved a few times at most; two devices may have moved it to each other. */
const MOST_MOVES = 8;

/** The work that is needed, by its id, as far as this device may read it; moved work where it is now. */
export async function neededWork(
  needs: readonly Pick<Need, 'id' | 'memberId'>[],
): Promise<ReadonlyMap<string, Deliverable>> {
  const found = new Map<string, Deliverable>();
  let wanted = byAudience(
    needs.map(({ id, memberId }) => ({ id, audience: memberAudience(memberId) })),
  );
  for (let moves = 0; wanted.size > 0 && moves <= MOST_MOVES; moves++) {
    const moved: Wanted[] = [];
    for (const [audience, ids] of wanted) {
      for (const state of (await deliverableStates(audience, [...ids])).values()) {
        const work = deliverableFrom(state);
        const to = textOf(state.fields, 'movedTo');
        if (!work.isMoved) found.set(work.id, work);
        else if (isAudience(to)) moved.push({ id: work.id, audience: to });
      }
    }
    wanted = byAudience(moved);
  }
  return found;
}

interface Wanted {
  readonly id: string;
  readonly audience: Audience;
}

function byAudience(wanted: readonly Wanted[]): ReadonlyMap<Audience, ReadonlySet<string>> {
  const grouped = new Map<Audience, Set<string>>();
  for (const { id, audience } of wanted) {
    const ids = grouped.get(audience);
    if (ids) ids.add(id);
    else grouped.set(audience, new Set([id]));
  }
  return grouped;
}

/**
 * Open work with needs as this device sees them: what a member has just completed frees their own other
 * work at once, long before a manager's device could say so.
 */
export async function withNeedsKnown(open: readonly Entry[]): Promise<readonly Entry[]> {
  const needs = open.flatMap((entry) => entry.needs);
  if (needs.length === 0) return open;
  const doneAt = doneIn(await neededWork(needs));
  return open.map((entry) => withKnownNeeds(entry, doneAt));
}
