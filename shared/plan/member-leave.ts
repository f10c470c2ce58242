import type { Absence } from './absence.ts';
import { leaveByMember } from './absence.ts';
import type { Member } from './member.ts';

/** Members with the days that they are away; whoever never is stays the same object. */
export function withLeave(
  members: readonly Member[],
  absences: readonly Absence[],
): readonly Member[] {
  if (absences.length === 0) return members;
  const leave = leaveByMember(absences);
  return members.map((member) => {
    const own = leave.get(member.id);
    return own ? { ...member, leave: own } : member;
  });
}
