import { Check, CircleAlert, Minus } from 'lucide-react';
import type { Answer } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import { answerProblem } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import css from './run-view.module.css';

interface StepListProps {
  readonly steps: readonly Step[];
  readonly run: Run;
  readonly currentId: string;
  readonly onGo: (stepId: string) => void;
}

/** Every step and how it stands; any can be gone to. */
export function StepList({ steps, run, currentId, onGo }: StepListProps) {
  return (
    <nav aria-label={t('checklists.steps')} className={css['steps']}>
      <ol>
        {steps.map((step, index) => {
          const state = stateOf(step, run.answers.get(step.id));
          return (
            <li key={step.id}>
              <button
                type="button"
                className={css['step']}
                data-state={state}
                aria-current={step.id === currentId ? 'step' : undefined}
                onClick={() => onGo(step.id)}
              >
                <span className={css['dot']}>
                  <StateIcon state={state} number={index + 1} />
                </span>
                <span className={css['stepName']}>{step.title}</span>
                {state !== 'open' && (
                  <span className={css['hidden']}>{t(`checklists.state.${state}`)}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type StepState = 'open' | 'settled' | 'skipped' | 'wrong';

function stateOf(step: Step, answer: Answer | undefined): StepState {
  if (!answer) return 'open';
  const problem = answerProblem(step, answer);
  if (problem === 'missing') return 'open';
  if (problem) return 'wrong';
  return answer.isSkipped ? 'skipped' : 'settled';
}

function StateIcon({ state, number }: { readonly state: StepState; readonly number: number }) {
  switch (state) {
    case 'settled':
      return <Check size={13} strokeWidth={2.5} aria-hidden />;
    case 'skipped':
      return <Minus size={13} strokeWidth={2.5} aria-hidden />;
    case 'wrong':
      return <CircleAlert size={13} strokeWidth={2} aria-hidden />;
    case 'open':
      return <>{number}</>;
  }
}
