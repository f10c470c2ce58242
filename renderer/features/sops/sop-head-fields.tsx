import type { SopHead } from '#shared/sops/draft-patch';
import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './sop-head-fields.module.css';

interface SopHeadFieldsProps {
  readonly plan: Plan;
  readonly sop: Sop;
  readonly onChange: (change: Partial<SopHead>) => void;
}

/** What the procedure is called, why it exists, what it serves and who keeps it. */
export function SopHeadFields({ plan, sop, onChange }: SopHeadFieldsProps) {
  return (
    <div className={css['fields']}>
      <TextField
        label={t('sops.editor.title')}
        placeholder={t('sops.editor.titlePlaceholder')}
        value={sop.title}
        onChange={(title) => onChange({ title })}
        maxLength={120}
      />
      <TextField
        label={t('sops.editor.purpose')}
        placeholder={t('sops.editor.purposePlaceholder')}
        value={sop.purpose}
        onChange={(purpose) => onChange({ purpose })}
        multiline
        rows={2}
        maxLength={2_000}
      />
      <div className={css['three']}>
        <Select
          label={t('sops.editor.outcome')}
          value={sop.outcomeId}
          onChange={(outcomeId) => onChange({ outcomeId })}
          options={[
            { value: '', label: t('sops.editor.outcomeNone') },
            ...plan.outcomes
              .filter((outcome) => !outcome.isArchived || outcome.id === sop.outcomeId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={t('sops.editor.owner')}
          value={sop.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
          options={[
            { value: '', label: t('sops.editor.ownerNone') },
            ...plan.members
              .filter((member) => !member.isGone || member.id === sop.ownerId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          type="date"
          label={t('sops.editor.reviewOn')}
          value={sop.reviewOn}
          onChange={(reviewOn) => onChange({ reviewOn })}
        />
      </div>
    </div>
  );
}
