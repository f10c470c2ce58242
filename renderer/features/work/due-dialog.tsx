import { useState } from 'react';
import { dayIn } from '#shared/day';
import { isBeyondLimits } from '#shared/deliverables/assignment';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { instantOfLocal, localMidnightMs } from '#shared/worktime/zone-offset';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { formatPlace, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { now } from '../../services/clock.ts';
import { setDue } from '../../services/work-edits.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './dialogs.module.css';
import { told } from './do-work.ts';

interface DueDialogProps {
  readonly entries: readonly Entry[];
  readonly plan: Plan;
  readonly onClose: () => void;
}

const MINUTE_MS = 60_000;

/**
 * By when work is wanted. The date and time are those on the wall of whoever does it: several people in
 * several zones each get their own end of day.
 */
export function DueDialog({ entries, plan, onClose }: DueDialogProps) {
  const zoneOf = (work: Deliverable) => plan.memberById.get(work.memberId)?.timeZone ?? work.zone;
  const [start] = useState(() => startOf(entries, zoneOf));
  const [day, setDay] = useState(start.day);
  const [time, setTime] = useState(start.time);
  const [isSaving, setIsSaving] = useState(false);
  const zones = [...new Set(entries.map(zoneOf))];
  const minutes = minutesOf(time);
  const isBeyond = day !== '' && isBeyondLimits(localMidnightMs(day), now());
  const isWrong = day === '' || minutes === null || isBeyond;

  async function submit(isTakenAway: boolean): Promise<void> {
    if ((isWrong && !isTakenAway) || isSaving) return;
    setIsSaving(true);
    const saved = await setDue(entries, (work) =>
      isTakenAway
        ? null
        : instantOfLocal(zoneOf(work), localMidnightMs(day) + (minutes ?? 0) * MINUTE_MS),
    );
    setIsSaving(false);
    if (announceSaved(told('due', entries, plan), saved)) onClose();
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t('work.dueDialog.title', { count: entries.length })}
      description={
        zones.length === 1
          ? t('work.dueDialog.zone', { place: formatPlace(zones[0] ?? '') })
          : t('work.dueDialog.zones')
      }
      onClose={onClose}
      footer={
        <>
          {entries.some(({ dueAtMs }) => dueAtMs !== null) && (
            <Button variant="quiet" onClick={() => void submit(true)}>
              {t('work.dueDialog.takeAway')}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            shortcut="↵"
            isBusy={isSaving}
            isDisabled={isWrong}
            onClick={() => void submit(false)}
          >
            {t('work.dueDialog.set')}
          </Button>
        </>
      }
    >
      <form
        className={css['pair']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
      >
        <TextField
          label={t('work.dueDialog.day')}
          type="date"
          value={day}
          error={isBeyond ? t('assign.problem.due-beyond-limits') : undefined}
          onChange={setDay}
        />
        <TextField label={t('work.dueDialog.time')} type="time" value={time} onChange={setTime} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

/** What the work has now where all has the same; else the end of today. */
function startOf(entries: readonly Entry[], zoneOf: (work: Deliverable) => string) {
  const said = new Set(
    entries.map((work) => {
      const { dueAtMs } = work;
      const zone = zoneOf(work);
      return dueAtMs === null ? '' : `${dayIn(zone, dueAtMs)} ${formatTime(dueAtMs, zone)}`;
    }),
  );
  const [only = ''] = said.size === 1 ? said : [];
  const [day, time] = only.split(' ');
  const [first] = entries;
  const today = first ? dayIn(zoneOf(first), now()) : '';
  return { day: day || today, time: time ?? '18:00' };
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
