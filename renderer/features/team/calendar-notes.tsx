import type { Calendar } from '#shared/plan/calendar';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import css from './calendar-editor.module.css';
import { isUsed, usersOf, userNames } from './calendar-users.ts';
import type { CalendarEditing } from './use-calendar-editor.ts';

interface CalendarNotesProps {
  readonly plan: Plan;
  readonly calendar: Calendar | null;
  readonly editing: CalendarEditing;
}

/** What saving would do to others, to days gone by and to days to come. */
export function CalendarNotes({
  plan,
  calendar,
  editing: { draft, today, isDirty },
}: CalendarNotesProps) {
  if (!calendar) return null;
  const users = usersOf(plan, calendar.id);
  const names = userNames(users);
  const coming = calendar.versions.find(
    ({ fromDay }) => fromDay > today && fromDay > draft.fromDay,
  );
  return (
    <div className={css['notes']}>
      {isDirty && draft.fromDay < today && draft.fromDay !== '' && (
        <Callout
          tone="warn"
          title={t('calendars.note.past', { day: formatDay(draft.fromDay, 'dated') })}
        >
          {t('calendars.note.pastText')}
        </Callout>
      )}
      <p>
        {!isUsed(users) && t('calendars.note.unused')}
        {isUsed(users) &&
          (isDirty ? t('calendars.note.used', { names }) : t('calendars.note.usedBy', { names }))}
        {coming && ` ${t('calendars.note.coming', { day: formatDay(coming.fromDay, 'dated') })}`}
      </p>
    </div>
  );
}
