import type { OutageReason } from '#shared/outages/outage';
import { OUTAGE_REASONS } from '#shared/outages/outage';
import { t } from '../../../i18n/text.ts';
import type { OutageWords } from '../../../services/outages.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface OutageFieldsProps {
  readonly words: OutageWords;
  readonly onChange: (words: OutageWords) => void;
}

/** Longer than anybody reads: one change may be 64 KiB. */
const NOTE_MAX = 2_000;

/** Why it was, and a line about it. */
export function OutageFields({ words, onChange }: OutageFieldsProps) {
  return (
    <>
      <Select<OutageReason>
        label={t('outages.form.reason')}
        placeholder={t('outages.form.reasonOptional')}
        value={words.reason}
        onChange={(reason) => onChange({ ...words, reason })}
        options={OUTAGE_REASONS.map((value) => ({ value, label: t(`outages.reason.${value}`) }))}
      />
      <TextField
        label={t('outages.form.note')}
        description={t('outages.form.noteHint')}
        multiline
        rows={2}
        maxLength={NOTE_MAX}
        value={words.note}
        onChange={(note) => onChange({ ...words, note })}
      />
    </>
  );
}
