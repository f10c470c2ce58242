import { useState } from 'react';
import type { Shortfall } from '#shared/cadence/daily-report';
import type { Plan } from '../../data/plan.ts';
import { quantityText } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './wrap-up-view.module.css';

interface ShortfallQuestionsProps {
  readonly shortfalls: readonly Shortfall[];
  readonly plan: Plan;
  readonly onAnswer: (outcomeId: string, reason: string) => void;
}

const REASONS = ['fewer', 'longer', 'waited', 'outage', 'other'] as const;

/** Asks why output fell short wherever nothing in the log says it. */
export function ShortfallQuestions({ shortfalls, plan, onAnswer }: ShortfallQuestionsProps) {
  return (
    <ul className={css['questions']}>
      {shortfalls.map((shortfall) => (
        <Question
          key={shortfall.outcomeId}
          shortfall={shortfall}
          plan={plan}
          onAnswer={(reason) => onAnswer(shortfall.outcomeId, reason)}
        />
      ))}
    </ul>
  );
}

interface QuestionProps {
  readonly shortfall: Shortfall;
  readonly plan: Plan;
  readonly onAnswer: (reason: string) => void;
}

function Question({ shortfall, plan, onAnswer }: QuestionProps) {
  const [own, setOwn] = useState<string | null>(null);
  const outcome = plan.outcomeById.get(shortfall.outcomeId);
  const missing = quantityText(shortfall.missing, outcome?.unit ?? t('log.items'));
  const question = t('wrapUp.question', { name: outcome?.name ?? '', missing });
  return (
    <li className={css['question']}>
      <p className={css['questionText']}>{question}</p>
      {own === null ? (
        <div className={css['reasons']} role="group" aria-label={question}>
          {REASONS.map((reason) => (
            <Button
              key={reason}
              size="sm"
              onClick={() =>
                reason === 'other' ? setOwn('') : onAnswer(t(`wrapUp.reason.${reason}`))
              }
            >
              {t(`wrapUp.reason.${reason}`)}
            </Button>
          ))}
        </div>
      ) : (
        <form
          className={css['ownReason']}
          onSubmit={(event) => {
            event.preventDefault();
            if (own.trim() !== '') onAnswer(own.trim());
          }}
        >
          <TextField
            label={question}
            isLabelHidden
            autoFocus
            maxLength={500}
            placeholder={t('wrapUp.ownReason')}
            value={own}
            onChange={setOwn}
          />
          <Button type="submit">{t('wrapUp.answer')}</Button>
        </form>
      )}
    </li>
  );
}
