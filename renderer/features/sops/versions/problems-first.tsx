import type { DraftProblem } from '#shared/sops/draft-problems';
import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { problemText } from '../rules/problem-words.ts';
import css from './publish.module.css';

interface ProblemsFirstProps {
  readonly plan: Plan;
  readonly sop: Sop;
  readonly number: number;
  readonly problems: readonly DraftProblem[];
  readonly onGoToStep: (stepId: string) => void;
  readonly onClose: () => void;
}

const MOST_SHOWN = 8;

/** What keeps a draft from being published, and the way to it. */
export function ProblemsFirst(props: ProblemsFirstProps) {
  const { plan, sop, number, problems, onGoToStep, onClose } = props;
  const more = problems.length - MOST_SHOWN;
  const named = { steps: sop.draftSteps, sops: plan.sops };
  return (
    <Dialog
      isOpen
      title={t('sopVersions.publish.title', { number })}
      description={t('sopVersions.publish.problems', { count: problems.length })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <ul className={css['problems']}>
        {problems.slice(0, MOST_SHOWN).map((problem, index) => {
          const text = problemText(problem, named);
          const stepId = 'stepId' in problem ? problem.stepId : null;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a step can have one problem twice
            <li key={index}>
              {stepId === null ? (
                text
              ) : (
                <button
                  type="button"
                  className={css['problem']}
                  onClick={() => {
                    onClose();
                    onGoToStep(stepId);
                  }}
                >
                  {text}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className={css['hint']}>{t('sopVersions.publish.moreProblems', { count: more })}</p>
      )}
    </Dialog>
  );
}
