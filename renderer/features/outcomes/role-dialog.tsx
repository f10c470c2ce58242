import { useRef, useState } from 'react';
import { INTENT_STATUSES } from '#shared/plan/intent';
import { intentProblems } from '#shared/plan/intent-problems';
import { ROLE_FAMILIES } from '#shared/plan/outcome';
import type { Role } from '#shared/plan/role';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { addRole, editRole } from '../../services/roles.ts';
import type { RoleDraft } from '../../services/roles.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CheckList } from './check-list.tsx';
import css from './outcome-editor.module.css';
import { outcomesOfRole } from './role-outcomes.ts';

interface RoleDialogProps {
  readonly plan: Plan;
  /** Null for a new one. */
  readonly role: Role | null;
  /** Who holds a new one, and what it answers for, to begin with. */
  readonly holderId?: string | undefined;
  readonly outcomeId?: string | undefined;
  readonly onClose: () => void;
}

export function RoleDialog({ plan, role, holderId, outcomeId, onClose }: RoleDialogProps) {
  const [before] = useState<RoleDraft>(() =>
    role ? draftOf(role, plan) : newDraft(plan, holderId, outcomeId),
  );
  const [draft, setDraft] = useState(before);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const change = (part: Partial<RoleDraft>) => setDraft((held) => ({ ...held, ...part }));
  const nameError = nameProblem(draft.name, plan.roles, role?.id);
  const days = daysProblems(draft);
  const hasOwnerLeft = plan.memberById.get(draft.ownerId)?.isGone === true;

  const save = async () => {
    setWasTried(true);
    if (nameError !== undefined || hasOwnerLeft || days.startsOn || days.endsOn) {
      if (nameError !== undefined) first.current?.focus();
      return;
    }
    if (isSaving) return;
    setIsSaving(true);
    const saved = role
      ? await editRole(role.id, before, draft, plan.outcomes)
      : await addRole(draft, plan.outcomes);
    setIsSaving(false);
    if (announceSaved(t('roles.saved', { name: draft.name.trim() }), saved)) onClose();
  };
  const members = plan.members.filter(({ id, isGone }) => !isGone || draft.memberIds.includes(id));
  const outcomes = plan.outcomes.filter(
    ({ id, isArchived }) => !isArchived || draft.outcomeIds.includes(id),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      initialFocus={first}
      title={role ? t('roles.editor.edit') : t('roles.editor.add')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void save()}>
            {role ? t('roles.editor.save') : t('roles.editor.create')}
          </Button>
        </>
      }
    >
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={css['two']}>
          <TextField
            ref={first}
            label={t('roles.editor.name')}
            placeholder={t('roles.editor.namePlaceholder')}
            value={draft.name}
            error={wasTried ? nameError : undefined}
            onChange={(name) => change({ name })}
            maxLength={60}
          />
          <Select
            label={t('roles.editor.family')}
            value={draft.family}
            onChange={(family) => change({ family })}
            options={ROLE_FAMILIES.map((value) => ({
              value,
              label: t(`outcomes.family.${value}`),
            }))}
          />
        </div>
        <TextField
          label={t('roles.editor.why')}
          placeholder={t('roles.editor.whyPlaceholder')}
          value={draft.why}
          onChange={(why) => change({ why })}
          maxLength={300}
        />
        <div className={css['two']}>
          <CheckList
            label={t('roles.editor.outcomes')}
            none={t('roles.editor.outcomesNone')}
            chosen={draft.outcomeIds}
            options={outcomes.map(({ id, name, roleId }) => {
              const other = roleId === role?.id ? undefined : plan.roleById.get(roleId);
              return {
                value: id,
                label: name,
                hint: other && t('roles.editor.outcomeOf', { role: other.name }),
              };
            })}
            onChange={(outcomeIds) => change({ outcomeIds })}
          />
          <CheckList
            label={t('roles.editor.holders')}
            none={t('roles.editor.holdersNone')}
            chosen={draft.memberIds}
            options={members.map(({ id, name, isGone, title }) => ({
              value: id,
              label: isGone ? t('outcomes.left', { name }) : name,
              hint: title || undefined,
            }))}
            onChange={(memberIds) => change({ memberIds })}
          />
        </div>
        <Select
          label={t('roles.editor.owner')}
          description={t('roles.editor.ownerHint')}
          value={draft.ownerId}
          error={wasTried && hasOwnerLeft ? t('roles.editor.ownerLeft') : undefined}
          onChange={(ownerId) => change({ ownerId })}
          options={[
            { value: '', label: t('roles.editor.ownerNone') },
            ...plan.members
              .filter(({ id, isGone }) => !isGone || id === draft.ownerId)
              .map(({ id, name, isGone }) => ({
                value: id,
                label: isGone ? t('outcomes.left', { name }) : name,
              })),
          ]}
        />
        <div className={css['three']}>
          <Select
            label={t('strategy.field.status')}
            value={draft.status}
            onChange={(status) => change({ status })}
            options={INTENT_STATUSES.map((value) => ({
              value,
              label: t(`strategy.status.${value}`),
            }))}
          />
          <TextField
            type="date"
            label={t('strategy.field.startsOn')}
            value={draft.startsOn}
            error={wasTried && days.startsOn ? t(`strategy.problem.${days.startsOn}`) : undefined}
            onChange={(startsOn) => change({ startsOn })}
          />
          <TextField
            type="date"
            label={t('strategy.field.endsOn')}
            value={draft.endsOn}
            error={wasTried && days.endsOn ? t(`strategy.problem.${days.endsOn}`) : undefined}
            onChange={(endsOn) => change({ endsOn })}
          />
        </div>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

const draftOf = (role: Role, plan: Plan): RoleDraft => ({
  name: role.name,
  family: role.family,
  why: role.why,
  ownerId: role.ownerId,
  status: role.status,
  startsOn: role.startsOn,
  endsOn: role.endsOn,
  memberIds: role.memberIds,
  outcomeIds: outcomesOfRole(plan, role.id).map(({ id }) => id),
});

const newDraft = (plan: Plan, holderId = '', outcomeId = ''): RoleDraft => ({
  name: '',
  family: plan.outcomeById.get(outcomeId)?.family ?? 'operations',
  why: '',
  ownerId: '',
  status: 'active',
  startsOn: '',
  endsOn: '',
  memberIds: holderId === '' ? [] : [holderId],
  outcomeIds: outcomeId === '' ? [] : [outcomeId],
});

/** The rules of every level of the plan hold for a role's days. */
const daysProblems = (draft: RoleDraft) => intentProblems('goal', draft);

function nameProblem(name: string, roles: readonly Role[], ownId: string | undefined) {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return t('roles.editor.nameMissing');
  const isTaken = roles.some(
    ({ id, name }) => id !== ownId && name.trim().toLowerCase() === wanted,
  );
  return isTaken ? t('roles.editor.nameTaken') : undefined;
}
