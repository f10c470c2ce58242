import { isBlocking } from '#shared/sops/draft-problems';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useProblems } from './draft-desk.ts';

/** At a closed step: that something is wrong in it, and how much. */
export function StepProblemMark({ stepId }: { readonly stepId: string }) {
  const own = useProblems().filter((problem) => 'stepId' in problem && problem.stepId === stepId);
  if (own.length === 0) return null;
  return (
    <Badge tone={own.some(isBlocking) ? 'bad' : 'warn'}>
      {t('sopRules.mark', { count: own.length })}
    </Badge>
  );
}
