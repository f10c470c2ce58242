import { memo } from 'react';
import { personOptions } from '../../app/parts/person-options.ts';
import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { isSameFor } from './editor-fields.ts';
import type { EditorFieldsProps } from './editor-fields.ts';
import css from './outcome-editor.module.css';
import { problemAt } from './problem-words.ts';

/** One owner who answers for it, somebody who stands in, and everybody who works on it, the owner among them. */
function PeopleFieldsPart({ draft, problems, plan, onChange }: EditorFieldsProps) {
  const { ownerId, standInId, memberIds } = draft;
  const members = plan.members.filter((member) => !member.isGone || memberIds.includes(member.id));
  const toggle = (id: string, isIn: boolean) =>
    onChange({ memberIds: isIn ? [...memberIds, id] : memberIds.filter((each) => each !== id) });
  const error = problemAt(problems, 'memberIds');
  return (
    <div className={css['people']}>
      <div className={css['stack']}>
        <div data-missing={ownerId === '' || undefined}>
          <Select
            label={t('outcomes.editor.owner')}
            description={t('outcomes.editor.ownerHint')}
            value={ownerId}
            error={problemAt(problems, 'ownerId')}
            onChange={(next) => onChange({ ownerId: next })}
            options={[
              { value: '', label: t('outcomes.editor.ownerNone') },
              ...personOptions(plan.members, ownerId),
            ]}
          />
        </div>
        <Select
          label={t('outcomes.editor.standIn')}
          description={t('outcomes.editor.standInHint')}
          value={standInId}
          error={problemAt(problems, 'standInId')}
          onChange={(next) => onChange({ standInId: next })}
          options={[
            { value: '', label: t('outcomes.editor.standInNone') },
            ...personOptions(plan.members, standInId).filter(
              ({ value }) => value !== ownerId || value === standInId,
            ),
          ]}
        />
      </div>
      <fieldset className={css['members']}>
        <legend className={css['membersLabel']}>{t('outcomes.editor.members')}</legend>
        {members.length === 0 && <p>{t('outcomes.editor.membersNone')}</p>}
        {members.map(({ id, name, isGone }) => (
          <Checkbox
            key={id}
            label={isGone ? t('outcomes.left', { name }) : name}
            checked={memberIds.includes(id) || ownerId === id}
            description={ownerId === id ? t('outcomes.editor.memberOwner') : undefined}
            isDisabled={ownerId === id}
            onChange={(isIn) => toggle(id, isIn)}
          />
        ))}
        {error !== undefined && (
          <p role="alert" className={css['error']}>
            {error}
          </p>
        )}
      </fieldset>
    </div>
  );
}

export const PeopleFields = memo(PeopleFieldsPart, isSameFor('ownerId', 'standInId', 'memberIds'));
