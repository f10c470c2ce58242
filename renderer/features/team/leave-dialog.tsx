import '../../i18n/view-words.ts';
import { useState } from 'react';
import type { Absence, AbsenceDraft } from '#shared/plan/absence';
import { absenceProblems, isAwayOn } from '#shared/plan/absence';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { removeAbsence, saveAbsence } from '../../services/absences.ts';
import { today } from '../../services/clock.ts';
import { Callout } from '../../ui/callout.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './leave-dialog.module.css';
import { LeaveList } from './leave-list.tsx';

interface LeaveDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

/** No member's id holds a capital letter. */
const AS_ABOVE = 'AS-ABOVE';

/** When a member is away and who stands in, by outcome where that differs; what is planned, below. */
export function LeaveDialog({ plan, member, onClose }: LeaveDialogProps) {
  const [before, setBefore] = useState<Absence | undefined>(undefined);
  const [draft, setDraft] = useState<AbsenceDraft>(() => emptyDraft(member));
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const own = plan.absences.filter(
    ({ memberId, toDay }) => memberId === member.id && toDay >= today(member.timeZone),
  );
  const problems = absenceProblems(draft, before?.id ?? '', plan.absences);
  const told = wasTried ? problems : [];
  const others = plan.members.filter(({ id, isGone }) => !isGone && id !== member.id);
  const nobody = { value: '', label: t('handover.leave.nobody') };
  const options = others.map(({ id, name, title }) => ({
    value: id,
    label: name,
    hint: title || undefined,
  }));
  const outcomes = plan.outcomes.filter(
    (outcome) => !outcome.isArchived && outcome.memberIds.includes(member.id),
  );
  const change = (changes: Partial<AbsenceDraft>) => setDraft({ ...draft, ...changes });
  const standInFor = (outcomeId: string, id: string) => {
    const byOutcome = new Map(draft.standInByOutcome);
    if (id === AS_ABOVE) byOutcome.delete(outcomeId);
    else byOutcome.set(outcomeId, id);
    change({ standInByOutcome: byOutcome });
  };
  const away = others.find(
    ({ id, leave }) =>
      id === draft.standInId && (isAwayOn(leave, draft.fromDay) || isAwayOn(leave, draft.toDay)),
  );

  async function submit(): Promise<void> {
    setWasTried(true);
    if (problems.length > 0 || isSaving) return;
    setIsSaving(true);
    const saved = await saveAbsence(draft, before, member.name);
    setIsSaving(false);
    if (announceSaved(t('handover.told.leave', { name: member.name }), saved)) onClose();
  }

  return (
    <FormDialog
      title={t('handover.leave.title', { name: member.name })}
      description={t('handover.leave.text')}
      submitLabel={t('handover.leave.save')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['form']}
    >
      <div className={css['pair']}>
        <TextField
          type="date"
          label={t('handover.leave.from')}
          value={draft.fromDay}
          error={
            told.includes('from-missing') ? t('handover.leave.problem.from-missing') : undefined
          }
          onChange={(fromDay) =>
            change({ fromDay, ...(draft.toDay < fromDay && { toDay: fromDay }) })
          }
        />
        <TextField
          type="date"
          label={t('handover.leave.to')}
          value={draft.toDay}
          onChange={(toDay) => change({ toDay })}
        />
      </div>
      <Select
        label={t('handover.leave.standIn')}
        value={draft.standInId}
        options={[nobody, ...options]}
        onChange={(standInId) => change({ standInId })}
      />
      {outcomes.length > 1 && draft.standInId !== '' && (
        <fieldset className={css['outcomes']}>
          <legend>{t('handover.leave.perOutcome')}</legend>
          {outcomes.map(({ id, name }) => (
            <Select
              key={id}
              label={name}
              value={draft.standInByOutcome.get(id) ?? AS_ABOVE}
              options={[{ value: AS_ABOVE, label: t('handover.leave.asAbove') }, ...options]}
              onChange={(standInId) => standInFor(id, standInId)}
            />
          ))}
        </fieldset>
      )}
      <TextField
        label={t('handover.leave.note')}
        value={draft.note}
        maxLength={1_000}
        onChange={(note) => change({ note })}
      />
      {away && <Callout title={t('handover.leave.standInAway', { name: away.name })} />}
      {told.length > 0 && (
        <Callout
          tone="bad"
          title={told.map((problem) => t(`handover.leave.problem.${problem}`)).join(' ')}
        />
      )}
      <LeaveList
        plan={plan}
        leave={own}
        onEdit={(absence) => {
          setBefore(absence);
          setDraft(absence);
        }}
        onRemove={async (absence) => {
          const removed = await removeAbsence(absence, member.name);
          announceSaved(t('handover.told.leaveRemoved', { name: member.name }), removed);
        }}
      />
    </FormDialog>
  );
}

function emptyDraft(member: Member): AbsenceDraft {
  const day = today(member.timeZone);
  return {
    memberId: member.id,
    fromDay: day,
    toDay: day,
    standInId: '',
    standInByOutcome: new Map(),
    note: '',
  };
}
