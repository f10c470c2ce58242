import { useMemo, useState } from 'react';
import type { Occurrence } from '#shared/deliverables/occurrences';
import { isRuleReadable, nextOccurrences } from '#shared/deliverables/occurrences';
import { recurrenceDraftOf } from '#shared/deliverables/recurrence';
import type { Plan } from '../../../data/plan.ts';
import type { RecurrenceEntry } from '../../../data/recurrences.ts';
import type { RunEntry } from '../../../data/runs.ts';
import { t } from '../../../i18n/text.ts';
import { instantText } from '../../../app/parts/assign/instant-words.ts';
import { recurrenceText } from '../../../app/parts/assign/rule-words.ts';
import { announceSaved } from '../../../services/announce.ts';
import { now } from '../../../services/clock.ts';
import { daysFor } from '../../../services/recurrence-days.ts';
import { endRecurrence, setPaused } from '../../../services/recurrences.ts';
import { openRecurring } from '../../../state/assign-dialog.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { PastTurns } from './past-turns.tsx';
import css from './schedules.module.css';

interface ScheduleItemProps {
  readonly plan: Plan;
  readonly schedule: RecurrenceEntry;
  /** Those that it has brought, in any order. */
  readonly runs: readonly RunEntry[];
}

/** One member's schedule: its rule, its next time, its last ones, and what can be done with it. */
export function ScheduleItem({ plan, schedule, runs }: ScheduleItemProps) {
  const { title } = schedule;
  const member = plan.memberById.get(schedule.memberId);
  const name = member?.name ?? '';
  const zone = member?.timeZone ?? 'UTC';
  const isPaused = schedule.pausedAtMs !== null;
  const isReadable = isRuleReadable(schedule);
  const isKnown = recurrenceDraftOf(schedule) !== null;
  const [isBusy, setIsBusy] = useState(false);
  const next = useMemo(() => nextOf(plan, schedule), [plan, schedule]);
  async function pause(): Promise<void> {
    setIsBusy(true);
    const told = isPaused ? 'assign.told.resumed' : 'assign.told.paused';
    announceSaved(t(told, { title }), await setPaused(schedule, !isPaused));
    setIsBusy(false);
  }
  async function end(): Promise<void> {
    setIsBusy(true);
    announceSaved(t('assign.told.ended', { title }), await endRecurrence(schedule));
    setIsBusy(false);
  }
  return (
    <li className={css['schedule']}>
      <header className={css['head']}>
        <strong className={css['name']}>{name}</strong>
        {isPaused && <Badge tone="warn">{t('schedules.paused')}</Badge>}
        {!isReadable && <Badge tone="bad">{t('schedules.unreadable')}</Badge>}
      </header>
      <p className={css['rule']}>{recurrenceText(schedule)}</p>
      <p className={css['faint']}>
        {[
          !isPaused && next
            ? t('schedules.next', { when: instantText(next.atMs, zone) })
            : t('schedules.never'),
          t(`schedules.catchUp.${schedule.catchUp}`),
        ].join(' · ')}
      </p>
      <PastTurns runs={runs} zone={zone} />
      <div className={css['acts']}>
        <Button
          size="sm"
          isDisabled={!isKnown}
          aria-label={t('schedules.editOne', { title, name })}
          onClick={() =>
            openRecurring({
              sopId: schedule.sopId,
              memberId: schedule.memberId,
              recurrence: schedule,
            })
          }
        >
          {t('schedules.edit')}
        </Button>
        <Button
          size="sm"
          isDisabled={isBusy}
          aria-label={t(isPaused ? 'schedules.resumeOne' : 'schedules.pauseOne', { title, name })}
          onClick={() => void pause()}
        >
          {t(isPaused ? 'schedules.resume' : 'schedules.pause')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          isDisabled={isBusy}
          aria-label={t('schedules.endOne', { title, name })}
          onClick={() => void end()}
        >
          {t('schedules.end')}
        </Button>
      </div>
    </li>
  );
}

function nextOf(plan: Plan, schedule: RecurrenceEntry): Occurrence | undefined {
  const member = plan.memberById.get(schedule.memberId);
  return member && nextOccurrences(schedule, daysFor(schedule, member, plan), now(), 1)[0];
}
