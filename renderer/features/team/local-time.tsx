import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatPlace, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { memberClock } from '../../services/work-clocks.ts';
import css from './team-table.module.css';

interface LocalTimeProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

/** Their wall clock, and whether it is working time there. */
export function LocalTime({ plan, member, nowMs }: LocalTimeProps) {
  const away = awayNow(plan, member, nowMs);
  const clock = memberClock(member, plan.calendarById);
  const isWorking = clock.isOpen(nowMs);
  const opensAtMs = isWorking ? null : clock.nextOpening(nowMs);
  return (
    <>
      <span className={css['clock']} data-working={isWorking || undefined}>
        {formatTime(nowMs, member.timeZone)}
      </span>
      <p className={css['about']}>
        {away !== null && away}
        {away === null && isWorking && t('team.working')}
        {away === null &&
          !isWorking &&
          (opensAtMs === null
            ? t('team.off')
            : t('team.opensAt', { time: openingWords(opensAtMs, nowMs, member.timeZone) }))}
        {` · ${formatPlace(member.timeZone)}`}
      </p>
    </>
  );
}

/** On leave until when, and who stands in; null where they are not away. */
function awayNow(plan: Plan, { id, timeZone }: Member, nowMs: number): string | null {
  const today = dayIn(timeZone, nowMs);
  const leave = plan.absences.find(
    (each) => each.memberId === id && each.fromDay <= today && today <= each.toDay,
  );
  if (!leave) return null;
  const name = plan.memberById.get(leave.standInId)?.name;
  const day = formatDay(leave.toDay);
  return name ? t('team.awayWith', { day, name }) : t('team.away', { day });
}

/** `09:00` today, `Mon 23 Nov 09:00` on another day of theirs. */
function openingWords(opensAtMs: number, nowMs: number, zone: string): string {
  const day = dayIn(zone, opensAtMs);
  const time = formatTime(opensAtMs, zone);
  return day === dayIn(zone, nowMs) ? time : `${formatDay(day)} ${time}`;
}
