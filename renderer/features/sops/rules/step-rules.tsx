import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Rule } from '#shared/sops/rule';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useDraftDesk, useProblems } from './draft-desk.ts';
import { newTest } from './new-test.ts';
import { ProblemList } from './problem-list.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import { ruleSentence } from '../../../i18n/rule-words.ts';
import css from './step-rules.module.css';

interface StepRulesProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}

/** When a step is shown, skipped or required: sentences, of which one at a time is opened and built. */
export function StepRules({ step, onChange }: StepRulesProps) {
  const { sop, sops } = useDraftDesk();
  const steps = sop.draftSteps;
  const [open, setOpen] = useState<number | null>(null);
  const at = steps.findIndex(({ id }) => id === step.id);
  const earlier = steps.slice(0, Math.max(0, at));
  const own = useProblems().filter((problem) => 'stepId' in problem && problem.stepId === step.id);
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  /** Where the focus goes once what held it is gone: to the sentence that was closed, else to adding. */
  const returnTo = useRef<number | null>(null);
  useEffect(() => {
    if (returnTo.current === null) return;
    const sentence = list.current?.children[returnTo.current]?.querySelector('button');
    (sentence ?? add.current)?.focus();
    returnTo.current = null;
  });

  const setRules = (rules: readonly Rule[]) => onChange({ ...step, rules });
  const addRule = () => {
    const last = earlier.at(-1);
    if (!last) return;
    setRules([...step.rules, { effect: 'show', match: 'all', tests: [newTest(last)] }]);
    setOpen(step.rules.length);
  };
  const removeRule = (nth: number) => {
    setRules(step.rules.toSpliced(nth, 1));
    setOpen(null);
    returnTo.current = nth;
  };
  return (
    <section className={css['rules']} aria-label={t('sopRules.title')}>
      <div className={css['head']}>
        <span className={css['title']}>{t('sopRules.title')}</span>
        {step.rules.length === 0 && (
          <span className={css['none']}>
            {t(earlier.length === 0 ? 'sopRules.first' : 'sopRules.none')}
          </span>
        )}
        {earlier.length > 0 && (
          <Button
            ref={add}
            size="sm"
            variant="quiet"
            className={css['add']}
            icon={<Plus size={14} aria-hidden />}
            onClick={addRule}
          >
            {t('sopRules.add')}
          </Button>
        )}
      </div>
      <ProblemList
        problems={own.filter(({ code }) => code === 'never-shown')}
        {...{ steps, sops }}
      />
      <ol ref={list} className={css['list']}>
        {step.rules.map((rule, nth) => (
          // oxlint-disable-next-line react/no-array-index-key -- a rule is known by its place alone
          <li key={nth} className={css['rule']}>
            {open === nth ? (
              <RuleBuilder
                rule={rule}
                number={nth + 1}
                steps={steps}
                earlier={earlier}
                onChange={(next) => setRules(step.rules.with(nth, next))}
                onRemove={() => removeRule(nth)}
                onClose={() => {
                  setOpen(null);
                  returnTo.current = nth;
                }}
              />
            ) : (
              <div className={css['closed']}>
                <button type="button" className={css['sentence']} onClick={() => setOpen(nth)}>
                  {ruleSentence(rule, steps)}
                </button>
                <IconButton
                  size="sm"
                  label={t('sopRules.remove', { number: nth + 1 })}
                  icon={<Trash2 size={14} aria-hidden />}
                  onClick={() => removeRule(nth)}
                />
              </div>
            )}
            <ProblemList
              problems={own.filter((problem) => 'rule' in problem && problem.rule === nth)}
              {...{ steps, sops }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
