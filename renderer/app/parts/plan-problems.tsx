import { useState } from 'react';
import type { PlanProblem, ProblemSubject } from '#shared/plan/plan-problems';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { mendProblem } from './mend-problem.ts';
import css from './plan-problems.module.css';
import { usePlanProblems } from './use-plan-problems.ts';

export type ProblemScope = 'all' | 'strategy' | 'outcomes' | 'roles' | 'team' | 'work';

interface PlanProblemsProps {
  readonly plan: Plan;
  readonly scope: ProblemScope;
}

const SUBJECTS: Readonly<Record<ProblemScope, readonly ProblemSubject[]>> = {
  all: [
    'outcome',
    'role',
    'goal',
    'priority',
    'objective',
    'keyResult',
    'member',
    'calendar',
    'work',
  ],
  strategy: ['goal', 'priority', 'objective', 'keyResult'],
  outcomes: ['outcome'],
  roles: ['role'],
  team: ['member', 'calendar'],
  work: ['work', 'member'],
};

/** How many are listed until one asks for all. */
const FIRST_COUNT = 4;

/** What should be mended in the plan, each with the way to where that is done. Nothing where all is well. */
export function PlanProblems({ plan, scope }: PlanProblemsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const all = usePlanProblems(plan);
  const problems = (all ?? []).filter(({ subject }) => SUBJECTS[scope].includes(subject));
  if (problems.length === 0) return null;
  const shown = isWhole ? problems : problems.slice(0, FIRST_COUNT);
  return (
    <Callout tone="warn" title={t('planProblems.title', { count: problems.length })}>
      <p>{t('planProblems.hint')}</p>
      <ul className={css['list']}>
        {shown.map((problem) => (
          <ProblemRow key={`${problem.subject} ${problem.id} ${problem.code}`} problem={problem} />
        ))}
      </ul>
      {problems.length > FIRST_COUNT && (
        <Button
          size="sm"
          variant="quiet"
          className={css['all']}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole
            ? t('planProblems.showLess')
            : t('planProblems.showAll', { count: problems.length })}
        </Button>
      )}
    </Callout>
  );
}

function ProblemRow({ problem }: { readonly problem: PlanProblem }) {
  const { code, workCount } = problem;
  const name = problem.name.trim() || t('planProblems.unnamed');
  return (
    <li className={css['row']}>
      <span className={css['words']}>
        <strong className={css['name']}>{name}</strong>
        {': '}
        {code === 'work-of-left'
          ? t('planProblems.code.work-of-left', { count: workCount })
          : t(`planProblems.code.${code}`)}
      </span>
      <Button
        size="sm"
        aria-label={t('planProblems.mendLabel', { name })}
        onClick={() => mendProblem(problem)}
      >
        {t('planProblems.mend')}
      </Button>
    </li>
  );
}
