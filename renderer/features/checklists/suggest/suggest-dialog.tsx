import { useRef, useState } from 'react';
import type { SopVersion } from '#shared/sops/sop';
import type { StepWords, SuggestionKind } from '#shared/sops/suggestion';
import { STEP_WORDS, SUGGESTION_KINDS } from '#shared/sops/suggestion';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import { StepChanges } from '../../../app/parts/suggestions/step-changes.tsx';
import { StepWordFields } from '../../../app/parts/suggestions/step-word-fields.tsx';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { suggest } from '../../../services/suggestions.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './suggest.module.css';

interface SuggestDialogProps {
  readonly version: SopVersion;
  /** The step it is about at first; empty for the whole SOP. */
  readonly stepId: string;
  /** The run in which it came up; empty outside one. */
  readonly runId: string;
  readonly onClose: () => void;
}

const NO_WORDS: StepWords = { title: '', how: '', why: '' };

/** Says what is wrong, unclear or slow in a step, or how it would go better, with the words it should have. */
export function SuggestDialog({ version, stepId, runId, onClose }: SuggestDialogProps) {
  const words = useSopWords();
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [aboutId, setAboutId] = useState(stepId);
  const [kind, setKind] = useState<SuggestionKind>('unclear');
  const [text, setText] = useState('');
  const [isProposing, setIsProposing] = useState(false);
  const step = version.steps.find(({ id }) => id === aboutId);
  const before: StepWords = step ?? NO_WORDS;
  const [written, setWritten] = useState<StepWords>(before);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const after = step && isProposing ? written : before;
  const changed = STEP_WORDS.filter((word) => after[word].trim() !== before[word].trim());
  const isEmpty = text.trim() === '' && changed.length === 0;
  const proposedOf = (word: keyof StepWords): string | null =>
    changed.includes(word) ? after[word].trim() : null;

  function turnTo(id: string): void {
    setAboutId(id);
    setWritten(version.steps.find((each) => each.id === id) ?? NO_WORDS);
  }

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isEmpty || isSaving) return;
    setIsSaving(true);
    const saved = await suggest({
      sopId: version.sopId,
      versionId: version.id,
      stepId: aboutId,
      runId,
      kind,
      text,
      proposedTitle: proposedOf('title'),
      proposedHow: proposedOf('how'),
      proposedWhy: proposedOf('why'),
    });
    setIsSaving(false);
    if (announceSaved(t('sopInsights.suggest.done'), saved)) onClose();
  }

  return (
    <FormDialog
      size="lg"
      initialFocus={field}
      title={t('sopInsights.suggest.title')}
      description={t('sopInsights.suggest.description')}
      className={css['form']}
      onClose={onClose}
      submitLabel={t('sopInsights.suggest.submit')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      <Select
        label={t('sopInsights.suggest.step')}
        value={aboutId}
        onChange={turnTo}
        options={[
          ...version.steps.map((each, at) => ({
            value: each.id,
            label: `${at + 1}. ${words.step(each).title}`,
          })),
          { value: '', label: t('sopInsights.suggest.whole') },
        ]}
      />
      <div className={css['kinds']}>
        <Segmented
          label={t('sopInsights.suggest.kindLabel')}
          value={kind}
          onChange={(next) => {
            setKind(next);
            if (next === 'better') setIsProposing(true);
          }}
          options={SUGGESTION_KINDS.map((value) => ({
            value,
            label: t(`sopInsights.kind.${value}`),
          }))}
        />
      </div>
      <TextField
        ref={field}
        label={t('sopInsights.suggest.text')}
        placeholder={t(`sopInsights.suggest.textPlaceholder.${kind}`)}
        value={text}
        multiline
        rows={2}
        maxLength={4_000}
        error={
          wasTried && isEmpty
            ? t(
                isProposing
                  ? 'sopInsights.suggest.changeMissing'
                  : 'sopInsights.suggest.textMissing',
              )
            : undefined
        }
        onChange={setText}
      />
      {step && (
        <Checkbox
          label={t('sopInsights.suggest.propose')}
          checked={isProposing}
          onChange={setIsProposing}
        />
      )}
      {step && isProposing && (
        <>
          <StepWordFields words={written} onChange={setWritten} />
          <section aria-label={t('sopInsights.suggest.preview')} className={css['preview']}>
            <p className={css['previewTitle']}>{t('sopInsights.suggest.preview')}</p>
            {changed.length === 0 ? (
              <p className={css['hint']}>{t('sopInsights.changes.none')}</p>
            ) : (
              <StepChanges before={before} after={after} />
            )}
          </section>
        </>
      )}
    </FormDialog>
  );
}
