import { useState } from 'react';
import { isDayKey } from '#shared/day';
import type { DayKey } from '#shared/day';
import { FIRST_DAY } from '#shared/day';
import { officeHours } from '#shared/plan/calendar';
import type { Member } from '#shared/plan/member';
import {
  hoursProblem,
  shiftsOfWeek,
  versionOn,
  weekMinutes,
  weekOf,
} from '#shared/plan/weekly-hours';
import type { DayHours } from '#shared/plan/weekly-hours';
import type { Plan } from '../../data/plan.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { today } from '../../services/clock.ts';
import { saveHours } from '../../services/members.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DayHoursRow } from './day-hours-row.tsx';
import { HolidayList } from './holiday-list.tsx';
import css from './hours-dialog.module.css';

interface HoursDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

/** A member's week, breaks and days off; they hold from a day on, and what was measured before stays. */
export function HoursDialog({ plan, member, onClose }: HoursDialogProps) {
  const { name, timeZone } = member;
  const day = today(timeZone);
  const calendar = plan.calendarById.get(member.calendarId) ?? null;
  const held = versionOn(calendar ?? officeHours('', '', timeZone), day);
  const isShared = plan.members.some(
    (other) => other.id !== member.id && other.calendarId === member.calendarId,
  );
  const [week, setWeek] = useState<readonly DayHours[]>(() => weekOf(held?.shifts ?? []));
  const [holidays, setHolidays] = useState<readonly DayKey[]>(held?.holidays ?? []);
  const [since, setSince] = useState<string>(calendar ? day : FIRST_DAY);
  const [isSaving, setIsSaving] = useState(false);
  const isWrong = week.some((each) => hoursProblem(each) !== null) || !isDayKey(since);
  const minutes = weekMinutes(week);
  const monday = week[0];

  const save = async () => {
    if (isWrong) return;
    setIsSaving(true);
    const version = { timeZone, shifts: shiftsOfWeek(week), holidays };
    const saved = await saveHours(member, calendar, isShared, version, since);
    setIsSaving(false);
    if (announceSaved(t('team.undo.hours', { name }), saved)) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('team.hours.title', { name })}
      description={t('team.hours.text', { zone: timeZone })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isWrong}
            isBusy={isSaving}
            onClick={() => void save()}
          >
            {t('team.hours.save')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <div className={css['week']}>
          {/* Each field says its day as well: the headings are for the eye alone. */}
          <div className={css['headings']} aria-hidden>
            <span />
            <span>{t('team.hours.from')}</span>
            <span>{t('team.hours.to')}</span>
            <span />
            <span>{t('team.hours.breakFrom')}</span>
            <span>{t('team.hours.breakTo')}</span>
          </div>
          {week.map((each) => (
            <DayHoursRow
              key={each.weekday}
              day={each}
              onChange={(next) =>
                setWeek(week.map((other) => (other.weekday === next.weekday ? next : other)))
              }
            />
          ))}
        </div>
        <div className={css['below']}>
          <Button
            size="sm"
            variant="quiet"
            isDisabled={!monday?.isWorked}
            onClick={() => monday && setWeek(week.map((each) => likeDay(each, monday)))}
          >
            {t('team.hours.copyDown')}
          </Button>
          <p role="status" className={css['sum']}>
            {minutes > 0
              ? t('team.hours.sum', { hours: formatNumber(minutes / 60) })
              : t('team.hours.none')}
          </p>
        </div>
        <HolidayList holidays={holidays} onChange={setHolidays} />
        {calendar && (
          <div className={css['since']}>
            <TextField
              type="date"
              label={t('team.hours.since')}
              description={t('team.hours.sinceHint')}
              error={isDayKey(since) ? undefined : t('team.hours.sinceWrong')}
              value={since}
              onChange={setSince}
            />
          </div>
        )}
        {isShared && <p className={css['sum']}>{t('team.hours.shared', { name })}</p>}
      </div>
    </Dialog>
  );
}

const likeDay = (day: DayHours, like: DayHours): DayHours =>
  day.isWorked ? { ...like, weekday: day.weekday } : day;
