import { memo } from 'react';
import type { SopHead } from '#shared/sops/draft-patch';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ReviewFields } from './review-fields.tsx';
import { outcomeOptions, roleOptions, servedBy } from './served-options.ts';
import css from './sop-head-fields.module.css';

interface SopHeadFieldsProps {
  readonly plan: Plan;
  readonly head: SopHead;
  readonly onChange: (change: Partial<SopHead>) => void;
}

/** What the procedure is called, why it exists, what it serves, who keeps it and when it is looked at again. */
export const SopHeadFields = memo(
  function SopHeadFields({ plan, head, onChange }: SopHeadFieldsProps) {
    return (
      <div className={css['fields']}>
        <TextField
          label={t('sops.editor.title')}
          placeholder={t('sops.editor.titlePlaceholder')}
          value={head.title}
          onChange={(title) => onChange({ title })}
          maxLength={120}
        />
        <TextField
          label={t('sops.editor.purpose')}
          placeholder={t('sops.editor.purposePlaceholder')}
          value={head.purpose}
          onChange={(purpose) => onChange({ purpose })}
          multiline
          rows={2}
          maxLength={2_000}
        />
        <div className={css['served']}>
          <Select
            label={t('sops.editor.role')}
            value={head.roleId}
            onChange={(roleId) => onChange(servedBy(plan, head, { roleId }))}
            options={roleOptions(plan, head.roleId)}
          />
          <Select
            label={t('sops.editor.outcome')}
            value={head.outcomeId}
            onChange={(outcomeId) => onChange(servedBy(plan, head, { outcomeId }))}
            options={outcomeOptions(plan, head)}
          />
          {head.outcomeId !== '' && (
            <div className={css['thread']}>
              <GoalThread outcomeId={head.outcomeId} plan={plan} />
            </div>
          )}
        </div>
        <div className={css['kept']}>
          <Select
            label={t('sops.editor.owner')}
            value={head.ownerId}
            onChange={(ownerId) => onChange({ ownerId })}
            options={[
              { value: '', label: t('sops.editor.ownerNone') },
              ...plan.members
                .filter((member) => !member.isGone || member.id === head.ownerId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <ReviewFields head={head} onChange={onChange} />
        </div>
      </div>
    );
  },
  (before, now) =>
    PLAN.every((name) => before.plan[name] === now.plan[name]) &&
    before.onChange === now.onChange &&
    HEAD.every((name) => before.head[name] === now.head[name]),
);

/** A save of the draft changes the plan, but nothing of it that is read here. */
const PLAN = [
  'members',
  'roles',
  'outcomes',
  'keyResults',
  'objectives',
  'priorities',
  'goals',
] as const satisfies readonly (keyof Plan)[];

/** Typing in a step leaves the head undrawn. */
const HEAD: readonly (keyof SopHead)[] = [
  'title',
  'purpose',
  'outcomeId',
  'roleId',
  'ownerId',
  'reviewOn',
  'reviewEveryDays',
];
