import { useEffect, useRef } from 'react';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';

/** One of several: by its digit, by the arrows, or by a press. */
export function ChoiceAnswer({ asked, isReadOnly, onSay }: StepAnswerProps) {
  const { step, answer } = asked;
  const words = useSopWords();
  const group = useRef<HTMLDivElement>(null);
  const chosenAt = step.options.findIndex((option) => option === answer?.value);
  const focusAt = Math.max(0, chosenAt);
  // The focus goes along with what a digit chose.
  useEffect(() => {
    group.current?.querySelectorAll('input')[focusAt]?.focus({ preventScroll: true });
  }, [focusAt]);
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={words.step(step).title}
      className={css['options']}
    >
      {step.options.map((option, index) => (
        <label key={option} className={css['option']} data-chosen={index === chosenAt || undefined}>
          <input
            type="radio"
            className={css['radio']}
            name={step.id}
            checked={index === chosenAt}
            disabled={isReadOnly}
            onChange={() => onSay({ value: option })}
          />
          <span className={css['optionText']}>{words.option(step, option)}</span>
          {index < 9 && <kbd className={css['digit']}>{index + 1}</kbd>}
        </label>
      ))}
    </div>
  );
}
