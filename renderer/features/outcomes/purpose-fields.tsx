import { memo } from 'react';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { clientNames } from './client-names.ts';
import { isSameFor } from './editor-fields.ts';
import type { EditorFieldsProps } from './editor-fields.ts';
import { keyResultOptions } from './key-result-options.ts';
import css from './outcome-editor.module.css';

/** What an outcome is for: why, the key result it serves, its role and its client. */
function PurposeFieldsPart({ draft, plan, onChange }: EditorFieldsProps) {
  const keyResults = keyResultOptions(plan, draft.keyResultId);
  return (
    <div className={css['stack']}>
      <TextField
        label={t('outcomes.editor.why')}
        placeholder={t('outcomes.editor.whyPlaceholder')}
        value={draft.why}
        onChange={(why) => onChange({ why })}
        maxLength={300}
      />
      {keyResults.length === 0 ? (
        <div className={css['noKeyResult']}>
          <p>{t('outcomes.editor.noKeyResults')}</p>
          <Button size="sm" onClick={() => go('strategy')}>
            {t('outcomes.editor.openStrategy')}
          </Button>
        </div>
      ) : (
        <Combobox
          label={t('outcomes.editor.keyResult')}
          description={t('outcomes.editor.keyResultHint')}
          placeholder={t('outcomes.editor.keyResultPlaceholder')}
          value={draft.keyResultId || null}
          onChange={(keyResultId) => onChange({ keyResultId: keyResultId ?? '' })}
          options={keyResults}
        />
      )}
      <div className={css['two']}>
        <Select
          label={t('outcomes.editor.role')}
          value={draft.roleId}
          onChange={(roleId) => {
            const family = plan.roleById.get(roleId)?.family;
            onChange({ roleId, ...(family && { family }) });
          }}
          options={[
            { value: '', label: t('outcomes.editor.roleNone') },
            ...plan.roles.map(({ id, name, family }) => ({
              value: id,
              label: name,
              hint: t(`outcomes.family.${family}`),
            })),
          ]}
        />
        <Combobox
          label={t('outcomes.editor.client')}
          placeholder={t('outcomes.editor.clientPlaceholder')}
          value={draft.client || null}
          onChange={(client) => onChange({ client: client ?? '' })}
          options={clientNames(plan).map((name) => ({ value: name, label: name }))}
          allowNew
        />
      </div>
    </div>
  );
}

export const PurposeFields = memo(
  PurposeFieldsPart,
  isSameFor('why', 'keyResultId', 'roleId', 'client'),
);
