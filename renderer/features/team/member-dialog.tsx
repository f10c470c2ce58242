import { useMemo, useState } from 'react';
import { SEATS } from '#shared/plan/member';
import type { Member } from '#shared/plan/member';
import { ownZone, zoneOptions } from '../../app/parts/zones.ts';
import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { addMember, editMember } from '../../services/members.ts';
import type { MemberDraft } from '../../services/members.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './member-dialog.module.css';
import type { TeamDialogsProps } from './team-dialogs.tsx';

interface MemberDialogProps extends Pick<TeamDialogsProps, 'plan' | 'onDialog' | 'onClose'> {
  /** Null for a new one. */
  readonly member: Member | null;
}

export function MemberDialog({ plan, member, onDialog, onClose }: MemberDialogProps) {
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const [draft, setDraft] = useState<MemberDraft>(member ?? newDraft);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const zones = useMemo(() => zoneOptions(), []);
  const change = (part: Partial<MemberDraft>) => setDraft((held) => ({ ...held, ...part }));
  const name = draft.name.trim();
  const isTaken = plan.members.some(
    (other) =>
      other.id !== member?.id && !other.isGone && other.name.toLowerCase() === name.toLowerCase(),
  );
  const nameError = name === '' ? 'team.editor.nameMissing' : 'team.editor.nameTaken';
  const isWrong = name === '' || isTaken;

  const save = async (isInvited: boolean) => {
    setWasTried(true);
    if (isWrong || isSaving) return;
    setIsSaving(true);
    if (member) {
      const saved = await editMember(member, draft, plan.calendarById.get(member.calendarId));
      setIsSaving(false);
      if (announceSaved(t('team.saved', { name }), saved)) onClose();
      return;
    }
    const added = await addMember(draft);
    setIsSaving(false);
    if (!added.ok) {
      announceFailure(added.error);
      return;
    }
    announceSaved(t('team.undo.added', { name }), added);
    if (isInvited) onDialog({ kind: 'invite', member: { id: added.value.memberId, name } });
    else onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={member ? t('team.editor.edit', { name: member.name }) : t('team.editor.add')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          {!member && (
            <Button isBusy={isSaving} onClick={() => void save(false)}>
              {t('team.editor.create')}
            </Button>
          )}
          <Button variant="primary" isBusy={isSaving} onClick={() => void save(!member)}>
            {member ? t('team.editor.save') : t('team.editor.createAndInvite')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save(!member);
        }}
      >
        <TextField
          label={t('team.editor.name')}
          placeholder={t('team.editor.namePlaceholder')}
          value={draft.name}
          error={wasTried && isWrong ? t(nameError) : undefined}
          onChange={(next) => change({ name: next })}
          maxLength={80}
        />
        <div className={css['two']}>
          <TextField
            label={t('team.editor.role')}
            placeholder={t('team.editor.rolePlaceholder')}
            value={draft.title}
            onChange={(title) => change({ title })}
            maxLength={80}
          />
          <TextField
            label={t('team.editor.place')}
            placeholder={t('team.editor.placePlaceholder')}
            value={draft.place}
            onChange={(place) => change({ place })}
            maxLength={80}
          />
        </div>
        <Combobox
          label={t('team.editor.timeZone')}
          description={t('team.editor.timeZoneHint', { time: formatTime(nowMs, draft.timeZone) })}
          value={draft.timeZone}
          onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          options={zones}
        />
        <Select
          label={t('team.editor.seat')}
          description={t('team.editor.seatHint')}
          value={draft.seat}
          isDisabled={member?.id === memberId}
          onChange={(seat) => change({ seat })}
          options={SEATS.map((value) => ({ value, label: t(`team.seat.${value}`) }))}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

const newDraft = (): MemberDraft => ({
  name: '',
  seat: 'assistant',
  title: '',
  place: '',
  timeZone: ownZone(),
});
