import { useMemo } from 'react';
import type { CalendarProblem } from '#shared/plan/calendar-draft';
import { zoneOptions } from '../../app/parts/zones.ts';
import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './calendar-editor.module.css';
import type { CalendarEditing } from './use-calendar-editor.ts';

interface CalendarHeadProps {
  readonly editing: CalendarEditing;
  readonly seen: readonly CalendarProblem[];
  readonly isNew: boolean;
  readonly nowMs: number;
}

/** Name, zone, and the day from which what is edited holds. */
export function CalendarHead({ editing, seen, isNew, nowMs }: CalendarHeadProps) {
  const { draft, change } = editing;
  const zones = useMemo(() => zoneOptions(), []);
  const errorOf = (...codes: CalendarProblem['code'][]): string | undefined => {
    const problem = seen.find(({ code }) => codes.includes(code));
    return problem && t(`calendars.problem.${problem.code}`);
  };
  return (
    <div className={css['head']}>
      <TextField
        autoFocus
        label={t('calendars.name')}
        placeholder={t('calendars.namePlaceholder')}
        value={draft.name}
        error={errorOf('name-missing', 'name-taken')}
        onChange={(name) => change({ name })}
        maxLength={80}
      />
      <Combobox
        label={t('calendars.zone')}
        description={t('calendars.zoneHint', { time: formatTime(nowMs, draft.timeZone) })}
        error={errorOf('zone-unknown')}
        value={draft.timeZone}
        onChange={(timeZone) => timeZone !== null && change({ timeZone })}
        options={zones}
      />
      {!isNew && (
        <TextField
          type="date"
          label={t('calendars.since')}
          description={t('calendars.sinceHint')}
          error={errorOf('from-missing', 'from-beyond')}
          value={draft.fromDay}
          onChange={(fromDay) => change({ fromDay })}
        />
      )}
    </div>
  );
}
