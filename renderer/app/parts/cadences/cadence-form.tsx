import { useMemo, useState } from 'react';
import type { Cadence, CadenceKind } from '#shared/cadence/cadence';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import type { CadenceDraft } from '../../../services/cadences.ts';
import { addCadence, editCadence } from '../../../services/cadences.ts';
import { today } from '../../../services/clock.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { personOptions } from '../person-options.ts';
import { TimeField } from '../time-field.tsx';
import { zoneOptions } from '../zones.ts';
import { nextTimes, weekdayName } from './cadence-words.ts';
import css from './cadences.module.css';
import { ParticipantFields } from './participant-fields.tsx';

interface CadenceFormProps {
  readonly plan: Plan;
  /** The manager who sets it. */
  readonly member: Member;
  readonly kind: CadenceKind;
  /** Null for a new one. */
  readonly cadence: Cadence | null;
  readonly nowMs: number;
  readonly onClose: () => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When a meeting comes back, for whom, and who holds it. */
export function CadenceForm({ plan, member, kind, cadence, nowMs, onClose }: CadenceFormProps) {
  const [draft, setDraft] = useState<CadenceDraft>(() => cadence ?? newDraft(kind, member));
  const [isChosen, setIsChosen] = useState(draft.memberIds.length > 0);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const zones = useMemo(() => zoneOptions(), []);
  const change = (part: Partial<CadenceDraft>): void => setDraft((held) => ({ ...held, ...part }));
  const isNameless = draft.name.trim() === '';
  const isNobody = isChosen && draft.memberIds.length === 0;
  const isCheckIn = kind === 'checkIn';
  const times = nextTimes({ ...draft, id: '', isPaused: false, isDeleted: false }, nowMs, 3);

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isNameless || isNobody || isSaving) return;
    setIsSaving(true);
    const written = isChosen ? draft : { ...draft, memberIds: [] };
    const saved = await (cadence ? editCadence(cadence.id, written) : addCadence(written));
    setIsSaving(false);
    const name = draft.name.trim();
    const words = cadence ? 'checkIn.cadence.edited' : 'checkIn.cadence.added';
    if (announceSaved(t(words, { name }), saved)) onClose();
  }

  return (
    <FormDialog
      title={
        cadence
          ? t('checkIn.cadence.form.edit', { name: cadence.name })
          : t(`checkIn.cadence.kind.${kind}`)
      }
      description={cadence ? undefined : t('checkIn.cadence.form.add')}
      submitLabel={t(cadence ? 'checkIn.cadence.form.save' : 'checkIn.cadence.form.create')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['stack']}
    >
      <TextField
        label={t('checkIn.cadence.form.name')}
        maxLength={80}
        value={draft.name}
        error={wasTried && isNameless ? t('checkIn.cadence.form.nameMissing') : undefined}
        onChange={(name) => change({ name })}
      />
      <div className={css['two']}>
        {kind === 'weekly' && (
          <Select
            label={t('checkIn.cadence.form.weekday')}
            value={String(draft.weekday)}
            options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day) }))}
            onChange={(weekday) => change({ weekday: Number(weekday) })}
          />
        )}
        {kind === 'monthly' && (
          <NumberField
            label={t('checkIn.cadence.form.dayOfMonth')}
            description={t('checkIn.cadence.form.dayOfMonthHint')}
            min={1}
            max={31}
            value={draft.dayOfMonth}
            onChange={(day) => change({ dayOfMonth: Math.round(day ?? 1) })}
          />
        )}
        <TimeField
          label={t('checkIn.cadence.form.time')}
          minute={draft.minuteOfDay}
          onChange={(minuteOfDay) => change({ minuteOfDay })}
        />
        <TextField
          label={t('checkIn.cadence.form.from')}
          type="date"
          value={draft.fromDay}
          onChange={(fromDay) => change({ fromDay })}
        />
      </div>
      {isCheckIn ? (
        <p className={css['hint']}>{t('checkIn.cadence.form.checkInHint')}</p>
      ) : (
        <div className={css['two']}>
          <Combobox
            label={t('checkIn.cadence.form.zone')}
            value={draft.timeZone}
            options={zones}
            onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          />
          <Select
            label={t('checkIn.cadence.form.owner')}
            value={draft.ownerId}
            options={personOptions(
              plan.members.filter(({ seat, id }) => seat === 'manager' || id === draft.ownerId),
              draft.ownerId,
            )}
            onChange={(ownerId) => change({ ownerId })}
          />
        </div>
      )}
      <ParticipantFields
        plan={plan}
        isChosen={isChosen}
        memberIds={draft.memberIds}
        error={wasTried && isNobody ? t('checkIn.cadence.form.nobody') : undefined}
        onChosen={setIsChosen}
        onChange={(memberIds) => change({ memberIds })}
      />
      {!isCheckIn && (
        <p className={css['hint']}>
          {times.length === 0
            ? t('checkIn.cadence.form.previewNone')
            : t('checkIn.cadence.form.preview', { times: times.join(', ') })}
        </p>
      )}
    </FormDialog>
  );
}

function newDraft(kind: CadenceKind, { id, timeZone }: Member): CadenceDraft {
  const day = today(timeZone);
  return {
    kind,
    name: t(`checkIn.cadence.usualName.${kind}`),
    memberIds: [],
    ownerId: id,
    timeZone,
    minuteOfDay: kind === 'checkIn' ? 9 * 60 : 10 * 60,
    weekday: 1,
    dayOfMonth: 1,
    // Nobody has skipped the check-in of a day that was half over when it was set up.
    fromDay: kind === 'checkIn' ? addDays(day, 1) : day,
  };
}
