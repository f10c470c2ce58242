import type { StepWords } from '#shared/sops/suggestion';
import { t } from '../../../i18n/text.ts';
import { TextField } from '../../../ui/text-field.tsx';
import css from './suggestions.module.css';

interface StepWordFieldsProps {
  readonly words: StepWords;
  readonly onChange: (words: StepWords) => void;
}

/** The words of a step, to be written anew. */
export function StepWordFields({ words, onChange }: StepWordFieldsProps) {
  return (
    <div className={css['fields']}>
      <TextField
        label={t('sopInsights.words.title')}
        value={words.title}
        maxLength={200}
        onChange={(title) => onChange({ ...words, title })}
      />
      <TextField
        label={t('sopInsights.words.how')}
        value={words.how}
        multiline
        rows={5}
        maxLength={12_000}
        onChange={(how) => onChange({ ...words, how })}
      />
      <TextField
        label={t('sopInsights.words.why')}
        value={words.why}
        multiline
        rows={2}
        maxLength={2_000}
        onChange={(why) => onChange({ ...words, why })}
      />
    </div>
  );
}
