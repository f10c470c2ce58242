import type { RecordState } from './merge.ts';
import { fieldStamp } from './merge.ts';

interface SeatWrite {
  /** Hybrid logical time. */
  readonly hlc: string;
  readonly isManager: boolean;
}

/**
 * When the members who were given another seat were managers. What a manager wrote stays true when they
 * no longer are one: a rebuilt database must not lose the plan that they made.
 */
export class FormerManagers {
  readonly #writesOf = new Map<string, readonly SeatWrite[]>();

  constructor(members: readonly RecordState[]) {
    for (const member of members) {
      const writes = seatWrites(member);
      if (writes.some(({ isManager }) => isManager)) this.#writesOf.set(member.id, writes);
    }
  }

  /** Whether the member's latest seat before `hlc`, by the clocks, was a manager's. */
  wasManager(memberId: string, hlc: string): boolean {
    const before = this.#writesOf.get(memberId)?.findLast((write) => write.hlc <= hlc);
    return before?.isManager ?? false;
  }
}

function seatWrites(member: RecordState): readonly SeatWrite[] {
  const past = (member.past ?? []).filter(({ field }) => field === 'seat');
  if (past.length === 0) return [];
  const latest = { stamp: fieldStamp(member, 'seat'), value: member.fields['seat'] };
  return [...past, latest]
    .map(({ stamp, value }) => ({ hlc: stamp.slice(0, 16), isManager: value === 'manager' }))
    .toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1));
}
