import { CalendarClock, Plus } from 'lucide-react';
import { useLive } from '../../../data/live.ts';
import { openRecurrences } from '../../../data/recurrences.ts';
import { runsOfSop } from '../../../data/runs.ts';
import { t } from '../../../i18n/text.ts';
import { openRecurring } from '../../../state/assign-dialog.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { SopTabProps } from '../sop-tab.ts';
import { ScheduleItem } from './schedule-item.tsx';
import css from './schedules.module.css';

/** When runs of it begin by themselves, for whom, and what became of the last ones. */
export function SchedulesTab({ plan, sop, versions }: SopTabProps) {
  const schedules = useLive(
    async () => (await openRecurrences()).filter(({ sopId }) => sopId === sop.id),
    [sop.id],
  );
  const runs = useLive(
    async () => (await runsOfSop(sop.id)).filter(({ scheduleId }) => scheduleId !== ''),
    [sop.id],
  );
  if (!schedules || !runs) return <LoadingState />;
  const add = () => openRecurring({ sopId: sop.id });
  if (schedules.length === 0) {
    const isPublished = versions.length > 0;
    return (
      <EmptyState
        icon={<CalendarClock size={28} strokeWidth={1.5} aria-hidden />}
        title={t('schedules.none')}
        text={t(isPublished ? 'schedules.noneText' : 'schedules.unpublished')}
        action={isPublished ? <Button onClick={add}>{t('schedules.add')}</Button> : undefined}
      />
    );
  }
  return (
    <div className={css['tab']}>
      <Button
        size="sm"
        icon={<Plus size={14} aria-hidden />}
        isDisabled={versions.length === 0}
        onClick={add}
      >
        {t('schedules.add')}
      </Button>
      <ul className={css['schedules']} aria-label={t('schedules.list')}>
        {schedules.map((schedule) => (
          <ScheduleItem
            key={`${schedule.memberId} ${schedule.id}`}
            plan={plan}
            schedule={schedule}
            runs={runs.filter(
              ({ scheduleId, memberId }) =>
                scheduleId === schedule.id && memberId === schedule.memberId,
            )}
          />
        ))}
      </ul>
    </div>
  );
}
