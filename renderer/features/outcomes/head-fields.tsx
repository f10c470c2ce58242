import { ROLE_FAMILIES } from '#shared/plan/outcome';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditorFieldsProps } from './editor-fields.ts';
import css from './outcome-editor.module.css';
import { problemAt } from './problem-words.ts';

/** What the result is called, what one of it is called, and from when it is asked for. */
export function HeadFields({ draft, problems, onChange }: EditorFieldsProps) {
  return (
    <>
      <div className={css['two']}>
        <TextField
          label={t('outcomes.editor.name')}
          description={t('outcomes.editor.nameHint')}
          placeholder={t('outcomes.editor.namePlaceholder')}
          value={draft.name}
          error={problemAt(problems, 'name')}
          onChange={(name) => onChange({ name })}
          maxLength={60}
        />
        <TextField
          label={t('outcomes.editor.unit')}
          placeholder={t('outcomes.editor.unitPlaceholder')}
          value={draft.unit}
          error={problemAt(problems, 'unit')}
          onChange={(unit) => onChange({ unit })}
          maxLength={40}
        />
      </div>
      <div className={css['two']}>
        <Select
          label={t('outcomes.editor.family')}
          value={draft.family}
          onChange={(family) => onChange({ family })}
          options={ROLE_FAMILIES.map((value) => ({
            value,
            label: t(`outcomes.family.${value}`),
          }))}
        />
        <TextField
          type="date"
          label={t('outcomes.editor.startsOn')}
          description={
            draft.startsOn === ''
              ? t('outcomes.editor.startsOnNone')
              : t('outcomes.editor.startsOnHint', { day: formatDay(draft.startsOn, 'dated') })
          }
          value={draft.startsOn}
          error={problemAt(problems, 'startsOn')}
          onChange={(startsOn) => onChange({ startsOn })}
        />
      </div>
    </>
  );
}
