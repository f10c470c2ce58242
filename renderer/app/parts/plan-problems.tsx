import { useMemo, useState } from 'react';
import { planProblems, workProblems } from '#shared/plan/plan-problems';
import type { PlanProblem, ProblemSubject } from '#shared/plan/plan-problems';
import { needingEntries, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import css from './plan-problems.module.css';

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
  const goneIds = useMemo(
    () => plan.members.filter(({ isGone }) => isGone).map(({ id }) => id),
    [plan],
  );
  const work = useLive(
    async () => [...(await needingEntries()), ...(await openEntries(goneIds))],
    [goneIds.join(' ')],
  );
  const problems = useMemo(() => {
    const open = [...new Map((work ?? []).map((entry) => [entry.id, entry])).values()];
    return [...planProblems(plan), ...workProblems(open, plan.memberById)].filter(({ subject }) =>
      SUBJECTS[scope].includes(subject),
    );
  }, [plan, work, scope]);
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
        onClick={() => goToMend(problem)}
      >
        {t('planProblems.mend')}
      </Button>
    </li>
  );
}

function goToMend({ subject, code, id }: PlanProblem): void {
  switch (subject) {
    case 'outcome':
      go('outcome', { id });
      return;
    case 'role':
      go('outcomes', { tab: 'roles', editRole: id });
      return;
    case 'calendar':
      go('team', { tab: 'calendars', calendarId: id });
      return;
    case 'member':
      if (code === 'work-of-left') go('work', { member: id });
      else go('team', { memberId: id });
      return;
    case 'work':
      go('work', { waiting: 'work', layout: 'list' });
      return;
    default:
      go('strategy', { item: id });
  }
}
