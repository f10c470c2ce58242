import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** One of several: by its digit, by the arrows, or by a press. */
export function ChoiceAnswer({ asked, isReadOnly, onSay }: StepAnswerProps) {
  const { step, answer } = asked;
  const first = useFocusOnMount<HTMLInputElement>();
  const chosenAt = step.options.findIndex((option) => option === answer?.value);
  return (
    <div role="radiogroup" aria-label={step.title} className={css['options']}>
      {step.options.map((option, index) => (
        <label key={option} className={css['option']} data-chosen={index === chosenAt || undefined}>
          <input
            ref={index === Math.max(0, chosenAt) ? first : undefined}
            type="radio"
            className={css['radio']}
            name={step.id}
            checked={index === chosenAt}
            disabled={isReadOnly}
            onChange={() => onSay({ value: option })}
          />
          <span className={css['optionText']}>{option}</span>
          {index < 9 && <kbd className={css['digit']}>{index + 1}</kbd>}
        </label>
      ))}
    </div>
  );
}
