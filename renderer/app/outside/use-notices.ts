import { useEffect, useMemo, useState } from 'react';
import { planNotices } from '#shared/notices/plan-notices';
import type { Settings } from '#shared/ipc';
import type { Member } from '#shared/plan/member';
import { bridge } from '../../bridge.ts';
import { useLive } from '../../data/live.ts';
import { useOpenEntries } from '../../data/open-work.ts';
import type { Plan } from '../../data/plan.ts';
import { now } from '../../services/clock.ts';
import { heldReviews, ownCheckIns } from '../../services/notices/cadence-occasions.ts';
import type { NamedOccasion } from '../../services/notices/named-occasion.ts';
import { noticesOf } from '../../services/notices/notice-words.ts';
import { ownRuns } from '../../services/notices/run-occasions.ts';
import { rememberTold, toldKeys } from '../../services/notices/told.ts';
import { workOccasions } from '../../services/notices/work-occasions.ts';
import { memberClock } from '../../services/work-clocks.ts';
import { useSession } from '../../state/session.ts';
import { homeOf } from '../navigation.ts';

/** What arrives together is told together. */
const SETTLED_MS = 1_500;
/** Timers take no longer ones. */
const LONGEST_MS = 2 ** 31 - 1;

/** Tells of what is due, within the member's hours; between two of them nothing runs but one timer. */
export function useNotices(plan: Plan | undefined, member: Member | undefined): void {
  const settings = useSession((state) => state.start?.settings);
  const isSample = useSession((state) => state.workspace?.isSample ?? true);
  const isMerging = useSession((state) => state.merge.phase !== 'idle');
  const isWanted = settings?.hasNotices === true && !isSample && !isMerging;
  // Counted on when a timer has gone off: what is due by then is read anew.
  const [round, setRound] = useState(0);
  const occasions = useOccasions(isWanted ? plan : undefined, member, round);
  useEffect(() => {
    if (!occasions || !plan || !member || !settings || !isWanted) return undefined;
    const wait = (untilMs: number): ReturnType<typeof setTimeout> =>
      setTimeout(() => setRound((held) => held + 1), Math.min(untilMs, LONGEST_MS));
    let timer = setTimeout(() => {
      const nextAtMs = tellWhatIsDue(occasions, plan, member, settings);
      if (nextAtMs !== null) timer = wait(nextAtMs - now());
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [occasions, plan, member, settings, isWanted]);
}

/** Answers when there is something to tell next. */
function tellWhatIsDue(
  occasions: readonly NamedOccasion[],
  plan: Plan,
  member: Member,
  { mutedNotices, hasNoticeTitles }: Settings,
): number | null {
  const nowMs = now();
  const wanted = occasions.filter(({ kind }) => !mutedNotices.includes(kind));
  const hours = memberClock(member, plan.calendarById);
  const { due, nextAtMs } = planNotices(wanted, hours, toldKeys(), nowMs);
  if (due.length > 0) {
    rememberTold(due.map(({ key }) => key));
    const setting = {
      hasTitles: hasNoticeTitles,
      zone: member.timeZone,
      nowMs,
      home: homeOf(member.seat),
    };
    for (const notice of noticesOf(due, setting)) void bridge.showNotice(notice);
  }
  return nextAtMs;
}

/** All that this seat may have to be told of; undefined until it has been read. */
function useOccasions(
  plan: Plan | undefined,
  member: Member | undefined,
  round: number,
): readonly NamedOccasion[] | undefined {
  const open = useOpenEntries(member?.seat === 'manager' ? undefined : [member?.id ?? '']);
  const read = useLive(async () => {
    if (!plan || !member) return undefined;
    const nowMs = now();
    return [
      ...(await ownRuns(plan, member.id)),
      ...(await ownCheckIns(plan, member, nowMs)),
      ...(member.seat === 'manager' ? await heldReviews(plan, member.id, nowMs) : []),
    ];
  }, [plan, member, round]);
  return useMemo(
    () => plan && open && read && [...read, ...workOccasions(open, plan, now())],
    [plan, open, read],
  );
}
