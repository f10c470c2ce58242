import type { DayKey } from '../day.ts';
import type { Member } from '../plan/member.ts';
import type { Cadence } from './cadence.ts';

type Participant = Pick<Member, 'id' | 'seat' | 'isGone' | 'startsOn' | 'goneOn'>;

/**
 * Whether somebody is in a cadence: those it names, or every assistant where it names nobody. Who has left
 * is in none.
 */
const isInCadence = (
  { memberIds }: Pick<Cadence, 'memberIds'>,
  { id, seat, isGone }: Participant,
): boolean => !isGone && (memberIds.length > 0 ? memberIds.includes(id) : seat === 'assistant');

/** Who is in a cadence, in the order given. */
export const participantsOf = <T extends Participant>(
  cadence: Pick<Cadence, 'memberIds'>,
  members: readonly T[],
): readonly T[] => members.filter((member) => isInCadence(cadence, member));

/** The check-in that a member is asked for: of several the one with the smallest id, on every device the same. */
export function checkInOf(cadences: readonly Cadence[], member: Participant): Cadence | null {
  const own = cadences.filter(
    (cadence) =>
      cadence.kind === 'checkIn' &&
      !cadence.isPaused &&
      !cadence.isDeleted &&
      isInCadence(cadence, member),
  );
  return own.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Whether somebody was in the team on a day. */
export const isThereOn = ({ startsOn, goneOn }: Participant, day: DayKey): boolean =>
  startsOn <= day && (goneOn === '' || day <= goneOn);
