import { t } from '../../i18n/text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftFieldsProps } from './measure-fields.tsx';
import css from './outcome-dialog.module.css';
import { problemWords } from './problem-words.ts';

/** One owner who answers for it, and everybody who works on it, the owner among them. */
export function PeopleFields({ draft, problems, plan, onChange }: DraftFieldsProps) {
  const members = plan.members.filter(
    (member) => !member.isGone || draft.memberIds.includes(member.id),
  );
  const toggle = (id: string, isIn: boolean) =>
    onChange({
      memberIds: isIn
        ? [...draft.memberIds, id]
        : draft.memberIds.filter((memberId) => memberId !== id),
    });
  const error = problemWords(problems.memberIds);
  return (
    <fieldset className={css['part']}>
      <legend className={css['legend']}>{t('outcomes.editor.people')}</legend>
      <div className={css['two']}>
        <Select
          label={t('outcomes.editor.owner')}
          description={t('outcomes.editor.ownerHint')}
          value={draft.ownerId}
          onChange={(ownerId) =>
            onChange({
              ownerId,
              memberIds: [...new Set([...draft.memberIds, ...(ownerId ? [ownerId] : [])])],
            })
          }
          options={[
            { value: '', label: t('outcomes.editor.ownerNone') },
            ...members
              .filter((member) => !member.isGone)
              .map(({ id, name, title }) => ({ value: id, label: name, hint: title || undefined })),
          ]}
        />
        <fieldset className={css['members']}>
          <legend className={css['membersLabel']}>{t('outcomes.editor.members')}</legend>
          {members.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.memberIds.includes(id) || draft.ownerId === id}
              isDisabled={draft.ownerId === id}
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
    </fieldset>
  );
}
