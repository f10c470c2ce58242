import { useState } from 'react';
import type { StepWords } from '#shared/sops/suggestion';
import { withProposal } from '#shared/sops/suggestion';
import { StepChanges } from '../../../app/parts/suggestions/step-changes.tsx';
import { StepWordFields } from '../../../app/parts/suggestions/step-word-fields.tsx';
import { t } from '../../../i18n/text.ts';
import { Callout } from '../../../ui/callout.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DraftSteps } from './accept-suggestion.ts';
import { acceptInto } from './accept-suggestion.ts';
import type { SuggestionLine } from './group-suggestions.ts';
import css from './suggestions-tab.module.css';

interface AcceptDialogProps {
  readonly line: SuggestionLine;
  readonly name: string;
  readonly readDraft: () => DraftSteps;
  readonly onClose: () => void;
}

const NO_WORDS: StepWords = { title: '', how: '', why: '' };

/** The step as it shall read, written anew with what was proposed; and a word for whoever proposed it. */
export function AcceptDialog({ line, name, readDraft, onClose }: AcceptDialogProps) {
  const { suggestion, standing } = line;
  const step = readDraft().sop.draftSteps.find(({ id }) => id === suggestion.stepId);
  const before: StepWords = step ?? NO_WORDS;
  const [words, setWords] = useState(() => withProposal(before, suggestion));
  const [note, setNote] = useState('');
  const [isSaving, setIsSaving] = useState(false);

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const isSaved = await acceptInto(readDraft, {
      suggestions: [suggestion],
      steps: step ? [{ ...step, title: words.title, how: words.how, why: words.why }] : [],
      note,
      told: t('sopInsights.accept.done', { name }),
    });
    setIsSaving(false);
    if (isSaved) onClose();
  }

  return (
    <FormDialog
      size="lg"
      title={t('sopInsights.accept.title', { name })}
      description={t(
        step ? 'sopInsights.accept.description' : 'sopInsights.accept.descriptionOnly',
        {
          name,
        },
      )}
      className={css['form']}
      onClose={onClose}
      submitLabel={t('sopInsights.accept.submit')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      {suggestion.text !== '' && (
        <blockquote className={css['quote']}>{suggestion.text}</blockquote>
      )}
      {standing === 'changed' && (
        <Callout tone="accent" title={t('sopInsights.tab.changedSince')}>
          {t('sopInsights.accept.changed', { name })}
        </Callout>
      )}
      {step && (
        <>
          <StepWordFields words={words} onChange={setWords} />
          <div className={css['preview']}>
            <StepChanges before={before} after={words} />
          </div>
        </>
      )}
      <TextField
        label={t('sopInsights.accept.note', { name })}
        description={t('sopInsights.accept.noteHint')}
        value={note}
        maxLength={1_000}
        onChange={setNote}
      />
    </FormDialog>
  );
}
