import { useRef, useState } from 'react';
import { recurrenceDraftOf } from '#shared/deliverables/recurrence';
import { isRuleReadable } from '#shared/deliverables/occurrences';
import type { Plan } from '../../../data/plan.ts';
import type { RecurrenceEntry } from '../../../data/recurrences.ts';
import { openRecurrences } from '../../../data/recurrences.ts';
import { useLive } from '../../../data/live.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { CATCH_UP_DAYS } from '../../../services/due-work.ts';
import { endRecurrence, setPaused } from '../../../services/recurrences.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import css from './assign.module.css';
import { InFooter } from './footer-slot.tsx';
import { useFocusOn } from './form-keys.ts';
import { MemberField } from './member-field.tsx';
import { RecurrenceEditor } from './recurrence-editor.tsx';
import { recurrenceText } from './rule-words.ts';
import type { AssignStart } from '../../../state/assign-dialog.ts';

interface RecurringFormProps {
  readonly plan: Plan;
  /** With a procedure, the form of a new schedule of it is shown at once. */
  readonly start: AssignStart;
  readonly takesFocus: boolean;
  readonly memberId: string;
  readonly onMember: (memberId: string) => void;
  readonly onClose: () => void;
}

/** The recurring work of a member, and the form of a new or a known one in its place. */
export function RecurringForm({
  plan,
  start,
  takesFocus,
  memberId,
  onMember,
  onClose,
}: RecurringFormProps) {
  const [edited, setEdited] = useState<RecurrenceEntry | 'new' | null>(
    start.recurrence ?? (start.sopId === undefined ? null : 'new'),
  );
  const [wasEdited, setWasEdited] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useFocusOn(form, '[role="combobox"]', takesFocus && !wasEdited);
  useFocusOn(form, 'button[data-add]', wasEdited && edited === null);
  const member = plan.memberById.get(memberId);
  const isSchedule = start.sopId !== undefined;
  if (edited && member) {
    return (
      <RecurrenceEditor
        key={edited === 'new' ? '' : edited.id}
        plan={plan}
        member={member}
        recurrence={edited === 'new' ? null : edited}
        start={start}
        onDone={() => {
          if (isSchedule) {
            onClose();
            return;
          }
          setWasEdited(true);
          setEdited(null);
        }}
      />
    );
  }
  return (
    <>
      <div ref={form} className={css['form']}>
        <MemberField
          plan={plan}
          label={isSchedule ? t('schedules.whose') : undefined}
          value={memberId}
          onChange={onMember}
        />
        {!isSchedule && (
          <div className={css['again']}>
            <Button data-add isDisabled={!member} onClick={() => setEdited('new')}>
              {t('assign.recurring.add')}
            </Button>
          </div>
        )}
        <div className={css['wide']}>
          {member ? (
            <RecurrenceList
              key={member.id}
              memberId={member.id}
              name={member.name}
              onEdit={setEdited}
            />
          ) : (
            <p className={css['nothing']}>
              {t(isSchedule ? 'schedules.choose' : 'assign.recurring.choose')}
            </p>
          )}
        </div>
      </div>
      <InFooter>
        <Button variant={isSchedule ? 'quiet' : 'primary'} onClick={onClose}>
          {t(isSchedule ? 'ui.cancel' : 'assign.recurring.close')}
        </Button>
      </InFooter>
    </>
  );
}

interface RecurrenceListProps {
  readonly memberId: string;
  readonly name: string;
  readonly onEdit: (recurrence: RecurrenceEntry) => void;
}

function RecurrenceList({ memberId, name, onEdit }: RecurrenceListProps) {
  const recurrences = useLive(async () => await openRecurrences(memberId), [memberId]);
  if (!recurrences) return <LoadingState label={t('assign.loading')} />;
  if (recurrences.length === 0) {
    return <p className={css['nothing']}>{t('assign.recurring.none', { name })}</p>;
  }
  return (
    <>
      <ul className={css['recurrences']} aria-label={t('assign.recurring.list', { name })}>
        {recurrences.map((recurrence) => (
          <RecurrenceRow key={recurrence.id} recurrence={recurrence} onEdit={onEdit} />
        ))}
      </ul>
      <p className={css['hint']}>{t('assign.recurring.catchUp', { count: CATCH_UP_DAYS })}</p>
    </>
  );
}

interface RecurrenceRowProps {
  readonly recurrence: RecurrenceEntry;
  readonly onEdit: (recurrence: RecurrenceEntry) => void;
}

function RecurrenceRow({ recurrence, onEdit }: RecurrenceRowProps) {
  const { title } = recurrence;
  const isPaused = recurrence.pausedAtMs !== null;
  const isKnown = recurrenceDraftOf(recurrence) !== null;

  async function pause(): Promise<void> {
    const told = isPaused
      ? t('assign.told.resumed', { title })
      : t('assign.told.paused', { title });
    announceSaved(told, await setPaused(recurrence, !isPaused));
  }
  async function end(): Promise<void> {
    announceSaved(t('assign.told.ended', { title }), await endRecurrence(recurrence));
  }

  return (
    <li className={css['recurrence']}>
      <div className={css['recurrenceText']}>
        <span className={css['needTitle']}>{title}</span>
        <span className={css['faint']}>{recurrenceText(recurrence)}</span>
      </div>
      {isPaused && <Badge tone="warn">{t('assign.recurring.paused')}</Badge>}
      {!isRuleReadable(recurrence) && <Badge tone="bad">{t('assign.recurring.unreadable')}</Badge>}
      <Button
        size="sm"
        isDisabled={!isKnown}
        aria-label={t('assign.recurring.editOne', { title })}
        onClick={() => onEdit(recurrence)}
      >
        {t('assign.recurring.edit')}
      </Button>
      <Button
        size="sm"
        aria-label={t(isPaused ? 'assign.recurring.resumeOne' : 'assign.recurring.pauseOne', {
          title,
        })}
        onClick={() => void pause()}
      >
        {t(isPaused ? 'assign.recurring.resume' : 'assign.recurring.pause')}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('assign.recurring.endOne', { title })}
        onClick={() => void end()}
      >
        {t('assign.recurring.end')}
      </Button>
    </li>
  );
}
