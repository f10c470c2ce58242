import { STEP_WORDS } from '#shared/sops/suggestion';
import type { StepWords } from '#shared/sops/suggestion';
import { t } from '../../../i18n/text.ts';
import { ChangedText } from '../sop-diff/changed-text.tsx';
import css from './suggestions.module.css';

interface StepChangesProps {
  readonly before: StepWords;
  readonly after: StepWords;
}

/** What changes in the words of a step; nothing where nothing does. */
export function StepChanges({ before, after }: StepChangesProps) {
  const changed = STEP_WORDS.filter((word) => before[word] !== after[word]);
  if (changed.length === 0) return null;
  return (
    <dl className={css['changes']}>
      {changed.map((word) => (
        <div key={word} className={css['change']}>
          <dt className={css['changeLabel']}>{t(`sopInsights.words.${word}`)}</dt>
          <dd>
            <ChangedText before={before[word]} after={after[word]} side="both" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
