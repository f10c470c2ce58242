import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import type { SuggestionEntry } from '../../../data/about-sops.ts';
import { stepsTogether } from './accept-suggestion.ts';
import css from './suggestions-tab.module.css';

interface ChoiceBarProps {
  readonly chosen: readonly SuggestionEntry[];
  readonly draftSteps: readonly Step[];
  readonly onAccept: (steps: readonly Step[]) => void;
  readonly onDecline: () => void;
  readonly onClear: () => void;
}

/** What can be done with several suggestions at once. */
export function ChoiceBar({ chosen, draftSteps, onAccept, onDecline, onClear }: ChoiceBarProps) {
  const together = stepsTogether(chosen, draftSteps);
  const problem = typeof together === 'string' ? together : null;
  return (
    <div
      role="toolbar"
      aria-label={t('sopInsights.tab.selected', { count: chosen.length })}
      className={css['bar']}
    >
      <span className={css['barCount']}>
        {t('sopInsights.tab.selected', { count: chosen.length })}
      </span>
      <Button
        size="sm"
        isDisabled={problem !== null}
        onClick={() => typeof together !== 'string' && onAccept(together)}
      >
        {t('sopInsights.tab.acceptAll')}
      </Button>
      <Button size="sm" onClick={onDecline}>
        {t('sopInsights.tab.declineAll')}
      </Button>
      <Button size="sm" variant="quiet" onClick={onClear}>
        {t('sopInsights.tab.clear')}
      </Button>
      {problem !== null && (
        <p className={css['barNote']}>{t(`sopInsights.tab.cannotAcceptAll.${problem}`)}</p>
      )}
    </div>
  );
}
