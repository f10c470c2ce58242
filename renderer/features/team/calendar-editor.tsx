import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { DayKey } from '#shared/day';
import type { Calendar } from '#shared/plan/calendar';
import { PRESETS, presetOf } from '#shared/plan/calendar-draft';
import type { Plan } from '../../data/plan.ts';
import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { addCalendar, editCalendar } from '../../services/calendars.ts';
import { go, replaceRoute } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './calendar-editor.module.css';
import { CalendarHead } from './calendar-head.tsx';
import { CalendarMenu } from './calendar-menu.tsx';
import { CalendarNotes } from './calendar-notes.tsx';
import { usersOf } from './calendar-users.ts';
import { HolidayPanel } from './holiday-panel.tsx';
import { SeenElsewhere } from './seen-elsewhere.tsx';
import { useCalendarEditor } from './use-calendar-editor.ts';
import { VersionPanel } from './version-panel.tsx';
import { WeekEditor } from './week-editor.tsx';
import { hoursWords } from './week-words.ts';

interface CalendarEditorProps {
  readonly plan: Plan;
  /** Null for a new one. */
  readonly calendar: Calendar | null;
  readonly nowMs: number;
}

/** One calendar: its week as bars and fields, days off, and what held before. */
export function CalendarEditor({ plan, calendar, nowMs }: CalendarEditorProps) {
  const editing = useCalendarEditor(plan, calendar, nowMs);
  const { draft, today, problems, change } = editing;
  const [shownFrom, setShownFrom] = useState<DayKey | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const zones = calendar
    ? usersOf(plan, calendar.id).members.map(({ timeZone }) => timeZone)
    : plan.members.filter(({ isGone }) => !isGone).map(({ timeZone }) => timeZone);
  const seen = problems.filter(({ code }) => wasTried || code !== 'name-missing');

  const save = async () => {
    setWasTried(true);
    if (problems.length > 0 || isSaving) return;
    setIsSaving(true);
    if (calendar) {
      const saved = await editCalendar(calendar, draft, today);
      if (announceSaved(t('calendars.undo.edited', { name: draft.name }), saved)) editing.discard();
    } else {
      const added = await addCalendar(draft, today);
      if (added.ok) {
        announceSaved(t('calendars.undo.added', { name: draft.name }), added);
        editing.discard();
        replaceRoute('team', { tab: 'calendars', calendarId: added.value.calendarId });
      } else announceFailure(added.error);
    }
    setIsSaving(false);
  };

  return (
    <Page
      title={calendar ? calendar.name || t('calendars.unnamed') : t('calendars.new')}
      subtitle={t('calendars.about', {
        zone: draft.timeZone,
        time: formatTime(nowMs, draft.timeZone),
        hours: hoursWords(draft.week),
      })}
      actions={
        <>
          <Button
            variant="quiet"
            icon={<ArrowLeft size={15} aria-hidden />}
            onClick={() => go('team', { tab: 'calendars' })}
          >
            {t('calendars.title')}
          </Button>
          {calendar && <CalendarMenu plan={plan} calendar={calendar} />}
          {editing.isDirty && calendar && (
            <Button onClick={editing.discard}>{t('calendars.discard')}</Button>
          )}
          <Button
            variant="primary"
            isDisabled={(calendar !== null && !editing.isDirty) || (wasTried && seen.length > 0)}
            isBusy={isSaving}
            onClick={() => void save()}
          >
            {calendar ? t('calendars.save') : t('calendars.create')}
          </Button>
        </>
      }
    >
      <CalendarNotes plan={plan} calendar={calendar} editing={editing} />
      <CalendarHead editing={editing} seen={seen} isNew={calendar === null} nowMs={nowMs} />
      <Panel
        title={t('calendars.week.title')}
        note={hoursWords(draft.week)}
        actions={
          <Menu
            align="end"
            trigger={
              <Button size="sm" variant="quiet">
                {t('calendars.preset.title')}
              </Button>
            }
            items={PRESETS.map((preset) => ({
              key: preset,
              label: t(`calendars.preset.${preset}`),
              onSelect: () => change(presetOf(preset)),
            }))}
          />
        }
      >
        <WeekEditor hasBars week={draft.week} onChange={(week) => change({ week })} />
        <SeenElsewhere draft={draft} zones={zones} nowMs={nowMs} />
        {problems.some(({ code }) => code === 'no-hours') && (
          <p role="alert" className={css['wrong']}>
            {t('calendars.problem.no-hours')}
          </p>
        )}
      </Panel>
      <div className={css['below']}>
        <Panel
          title={t('calendars.holidays.heading')}
          note={
            draft.holidays.length > 0 && t('calendars.daysOff', { count: draft.holidays.length })
          }
        >
          <HolidayPanel daysOff={draft} today={today} onChange={change} />
        </Panel>
        {calendar && (
          <Panel title={t('calendars.versions.title')} note={t('calendars.versions.note')}>
            <VersionPanel
              calendar={calendar}
              today={today}
              isDirty={editing.isDirty}
              shownFrom={shownFrom}
              onShow={setShownFrom}
              onEdit={editing.editFrom}
            />
          </Panel>
        )}
      </div>
    </Page>
  );
}
