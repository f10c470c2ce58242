import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { dayIn } from '#shared/day';
import type { Calendar } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { calendarProblems, draftOf, isSameDraft } from '#shared/plan/calendar-draft';
import type { CalendarDraft, CalendarProblem } from '#shared/plan/calendar-draft';
import { versionOn } from '#shared/plan/weekly-hours';
import { ownZone } from '../../app/parts/zones.ts';
import type { Plan } from '../../data/plan.ts';
import { keepCalendarDraft, useCalendarDraft } from '../../state/calendar-drafts.ts';

/** A calendar in the editor: what is typed over what is stored. */
export interface CalendarEditing {
  readonly draft: CalendarDraft;
  readonly today: DayKey;
  readonly isDirty: boolean;
  readonly problems: readonly CalendarProblem[];
  readonly change: (part: Partial<CalendarDraft>) => void;
  readonly discard: () => void;
  /** Edits a version that is to come; null goes back to the hours of today. */
  readonly editFrom: (fromDay: DayKey | null) => void;
}

/** `calendar` null is a new one, which begins as office hours in this computer's zone. */
export function useCalendarEditor(
  plan: Plan,
  calendar: Calendar | null,
  nowMs: number,
): CalendarEditing {
  const key = calendar?.id ?? 'new';
  const [fromDay, setFromDay] = useState<DayKey | null>(null);
  const zone = calendar?.versions.at(-1)?.timeZone ?? ownZone();
  const today = dayIn(zone, nowMs);
  const base = baseOf(calendar, fromDay ?? today, zone);
  const draft = useCalendarDraft(key) ?? base;
  const otherNames = plan.calendars
    .filter((other) => other.id !== calendar?.id && !other.isArchived)
    .map(({ name }) => name);
  return {
    draft,
    today,
    isDirty: !isSameDraft(draft, base),
    problems: calendarProblems(draft, otherNames),
    change: (part) => keepCalendarDraft(key, { ...draft, ...part }),
    discard: () => keepCalendarDraft(key, null),
    editFrom: (next) => {
      keepCalendarDraft(key, null);
      setFromDay(next);
    },
  };
}

function baseOf(calendar: Calendar | null, day: DayKey, zone: string): CalendarDraft {
  const usual = officeHours('', '', zone);
  const shown = calendar ?? usual;
  const held = versionOn(shown, day) ?? shown.versions[0] ?? versionOn(usual, day);
  return draftOf(shown, held ?? EMPTY_VERSION, day);
}

const EMPTY_VERSION = { fromDay: '', timeZone: 'UTC', shifts: [], holidays: [] };
