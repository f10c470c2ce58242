import { useState } from 'react';
import { FIRST_DAY } from '#shared/day';
import type { Calendar } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { calendarProblems, draftOf } from '#shared/plan/calendar-draft';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import type { Member } from '#shared/plan/member';
import { versionOn, weekOf } from '#shared/plan/weekly-hours';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { giveCalendar } from '../../services/calendars.ts';
import { today } from '../../services/clock.ts';
import { saveHours } from '../../services/members.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { openCalendar } from './calendars-tab.tsx';
import { HolidayPanel } from './holiday-panel.tsx';
import css from './hours-dialog.module.css';
import { WeekEditor } from './week-editor.tsx';
import { WeekView } from './week-view.tsx';
import { hoursWords } from './week-words.ts';

interface HoursDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

/**
 * The hours a member works by: a calendar that is chosen, or the one they have, edited. Hours that
 * others share become their own before they change; for everybody they are edited as a calendar.
 */
export function HoursDialog({ plan, member, onClose }: HoursDialogProps) {
  const { name, timeZone } = member;
  const day = today(timeZone);
  const calendar = plan.calendarById.get(member.calendarId) ?? null;
  const [draft, setDraft] = useState(() => ownDraft(calendar, timeZone, day));
  const [chosenId, setChosenId] = useState(member.calendarId);
  const [isSaving, setIsSaving] = useState(false);
  const chosen = chosenId === member.calendarId ? null : plan.calendarById.get(chosenId);
  const isShared = plan.members.some(
    (other) => other.id !== member.id && other.calendarId === member.calendarId,
  );
  const problems = calendarProblems({ ...draft, name: name || '-' }, []);

  const save = async () => {
    if (!chosen && problems.length > 0) return;
    setIsSaving(true);
    const saved = chosen
      ? await giveCalendar(member, chosen)
      : await saveHours(member, calendar, isShared, draft);
    setIsSaving(false);
    if (announceSaved(t('team.undo.hours', { name }), saved)) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('team.hours.title', { name })}
      description={t('team.hours.text', { zone: zoneOf(chosen ?? calendar, day, timeZone) })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!chosen && problems.length > 0}
            isBusy={isSaving}
            onClick={() => void save()}
          >
            {t('team.hours.save')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <div className={css['which']}>
          <Select
            label={t('team.hours.calendar')}
            value={chosenId}
            onChange={setChosenId}
            placeholder={t('team.hours.usual')}
            options={plan.calendars
              .filter((each) => !each.isArchived || each.id === member.calendarId)
              .map((each) => ({ value: each.id, label: each.name || t('calendars.unnamed') }))}
          />
        </div>
        {chosen && <p className={css['shared']}>{t('team.hours.chosen', { name })}</p>}
        {!chosen && isShared && calendar && (
          <p className={css['shared']}>
            {t('team.hours.shared', { name })}{' '}
            <Button size="sm" variant="quiet" onClick={() => openCalendar(calendar.id)}>
              {t('team.hours.editShared', { calendar: calendar.name })}
            </Button>
          </p>
        )}
        {chosen ? (
          <WeekView week={weekOf(versionOn(chosen, day)?.shifts ?? [])} />
        ) : (
          <OwnHours
            draft={draft}
            day={day}
            isFirst={calendar === null}
            onChange={(part) => setDraft((held) => ({ ...held, ...part }))}
          />
        )}
      </div>
    </Dialog>
  );
}

interface OwnHoursProps {
  readonly draft: CalendarDraft;
  readonly day: string;
  /** Hours that were never set hold from the beginning. */
  readonly isFirst: boolean;
  readonly onChange: (part: Partial<CalendarDraft>) => void;
}

function OwnHours({ draft, day, isFirst, onChange }: OwnHoursProps) {
  const sinceProblem = calendarProblems({ ...draft, name: '-' }, []).find(
    ({ code }) => code === 'from-missing' || code === 'from-beyond',
  );
  const words = hoursWords(draft.week);
  return (
    <>
      <div>
        <WeekEditor week={draft.week} onChange={(week) => onChange({ week })} />
        <p role="status" className={css['sum']}>
          {draft.week.some(({ shifts }) => shifts.length > 0)
            ? t('team.hours.sum', { hours: words })
            : t('calendars.problem.no-hours')}
        </p>
      </div>
      <Panel title={t('calendars.holidays.heading')}>
        <HolidayPanel daysOff={draft} today={day} onChange={onChange} />
      </Panel>
      {!isFirst && (
        <div className={css['since']}>
          <TextField
            type="date"
            label={t('calendars.since')}
            description={t('calendars.sinceHint')}
            error={sinceProblem && t(`calendars.problem.${sinceProblem.code}`)}
            value={draft.fromDay}
            onChange={(fromDay) => onChange({ fromDay })}
          />
        </div>
      )}
    </>
  );
}

function ownDraft(calendar: Calendar | null, zone: string, day: string): CalendarDraft {
  const shown = calendar ?? officeHours('', '', zone);
  const version = versionOn(shown, day) ??
    shown.versions[0] ?? { fromDay: day, timeZone: zone, shifts: [], holidays: [] };
  return draftOf(shown, version, calendar ? day : FIRST_DAY);
}

const zoneOf = (calendar: Calendar | null | undefined, day: string, zone: string): string =>
  (calendar && versionOn(calendar, day)?.timeZone) ?? zone;
