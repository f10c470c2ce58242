import { openBlock } from '#shared/deliverables/deliverable';
import { dayIn } from '#shared/day';
import { InstructButton } from '../../../app/parts/instructions/instruct-button.tsx';
import type { Plan } from '../../../data/plan.ts';
import { quantityText, waitText, workTitle } from '../../../i18n/entry-words.ts';
import { formatDateTime, formatDay, formatTime, formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { PlannedLines } from './planned-lines.tsx';
import { RecentDays } from './recent-days.tsx';
import css from './team-check-ins.module.css';
import type { DoneBefore, TeamRow } from './use-team-check-ins.ts';

interface MemberRowProps {
  readonly row: TeamRow;
  readonly plan: Plan;
  readonly nowMs: number;
  /** The zone of whoever looks. */
  readonly viewerZone: string;
}

/** One person's day: their plan and what became of it, what holds them up, and what they did before. */
export function MemberRow({ row, plan, nowMs, viewerZone }: MemberRowProps) {
  const { member, checkIn, planned, waiting, done, unsaidCount } = row;
  return (
    <li className={css['row']} data-state={row.state}>
      <div className={css['who']}>
        <Avatar name={member.name} />
        <div className={css['name']}>
          <span className={css['strong']}>{member.name}</span>
          <span className={css['stateWords']} data-state={row.state}>
            {stateText(row, plan, viewerZone, nowMs)}
          </span>
          <RecentDays days={row.recent} />
        </div>
      </div>
      <div className={css['says']}>
        <PlannedLines lines={planned} plan={plan} />
        {checkIn && checkIn.alsoPlanned !== '' && (
          <p className={css['words']}>{checkIn.alsoPlanned}</p>
        )}
        {checkIn && checkIn.heldUpBy !== '' && (
          <p className={css['heldUp']}>
            <span className={css['faint']}>{t('checkIn.given.heldUp')}: </span>
            {checkIn.heldUpBy}
          </p>
        )}
        {waiting.map((work) => {
          const block = openBlock(work);
          const unit = plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items');
          return (
            <p key={work.id} className={css['heldUp']}>
              {workTitle(work, unit)}
              <span className={css['faint']}>
                {' '}
                {block && waitText(block, nowMs, plan.memberById.get(block.whoId)?.name)}
              </span>
            </p>
          );
        })}
        <p className={css['faint']}>{doneText(done, plan)}</p>
      </div>
      <div className={css['acts']}>
        {unsaidCount > 0 && (
          <span className={css['faint']}>
            {t('checkIn.instruction.waiting', { count: unsaidCount })}
          </span>
        )}
        <InstructButton member={member} />
      </div>
    </li>
  );
}

const WEEK_MS = 6 * 86_400_000;

function stateText(
  { state, time, checkIn, member, heardAtMs }: TeamRow,
  plan: Plan,
  viewerZone: string,
  nowMs: number,
): string {
  const zone = member.timeZone;
  if (state === 'given') {
    return t('checkIn.state.given', { time: formatTime(checkIn?.checkedInAtMs ?? 0, zone) });
  }
  if (heardAtMs === null) return t('checkIn.state.notJoined');
  const today = dayIn(zone, nowMs);
  const leave = member.leave?.find(({ fromDay, toDay }) => fromDay <= today && today <= toDay);
  if (leave && time === null) return t('checkIn.state.leave', { day: formatDay(leave.toDay) });
  if (state === 'skipped') return t('checkIn.state.skipped');
  if (time === null) {
    const isAsked = plan.cadences.some((each) => each.kind === 'checkIn' && !each.isPaused);
    return t(isAsked ? 'checkIn.state.off' : 'checkIn.state.offAsked');
  }
  if (state === 'unheard') {
    const isLately = nowMs - heardAtMs < WEEK_MS;
    const when = (isLately ? formatWeekdayTime : formatDateTime)(heardAtMs, viewerZone);
    return t('checkIn.state.unheard', { when });
  }
  const own = formatTime(time.atMs, zone);
  if (state === 'due') return t('checkIn.state.due', { time: own });
  const yours = formatTime(time.atMs, viewerZone);
  return own === yours
    ? t('checkIn.state.ahead', { time: own })
    : t('checkIn.state.aheadYours', { time: own, yours });
}

function doneText(done: DoneBefore | null, plan: Plan): string {
  if (!done) return '';
  const parts = done.parts.map(({ outcomeId, quantity }) => {
    const outcome = plan.outcomeById.get(outcomeId);
    return t('checkIn.teamView.doneOne', {
      quantity: quantityText(quantity, outcome?.unit ?? t('log.items')),
      name: outcome?.name ?? t('wrapUp.line.unknown'),
    });
  });
  return t('checkIn.teamView.done', { day: formatDay(done.day), text: parts.join(', ') });
}
