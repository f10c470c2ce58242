import { ChevronRight } from 'lucide-react';
import type { Run } from '#shared/sops/run';
import { planWords } from '../../../app/parts/sop-words/plan-words.ts';
import { useLive } from '../../../data/live.ts';
import { parentsOf } from '../../../data/nested-runs.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import css from './teamwork.module.css';

interface RunTrailProps {
  readonly plan: Plan;
  readonly run: Run;
  /** What the run itself is called. */
  readonly title: string;
}

/** The runs that a run is made for, to go back to; nothing for one that stands for itself. */
export function RunTrail({ plan, run, title }: RunTrailProps) {
  const parents = useLive(() => parentsOf(run), [run.memberId, run.id, run.parentRunId]);
  if (!parents || parents.length === 0) return null;
  return (
    <nav aria-label={t('teamwork.nested.trail')}>
      <ol className={css['trail']}>
        {parents.map(({ run: parent, version, stepId }) => {
          const words = planWords(plan, parent.sopId);
          const at = version?.steps.find(({ id }) => id === stepId);
          const step = at ? words.step(at).title : '';
          return (
            <li key={parent.id} className={css['trailItem']}>
              <button
                type="button"
                className={css['trailLink']}
                onClick={() => go('run', { runId: parent.id, memberId: parent.memberId })}
              >
                {(version && words.title(version)) || t('teamwork.untitled')}
              </button>
              {step !== '' && <span>{t('teamwork.nested.atStep', { step })}</span>}
              <ChevronRight size={14} aria-hidden />
            </li>
          );
        })}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
