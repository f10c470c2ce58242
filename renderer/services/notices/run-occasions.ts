import { runOccasions } from '#shared/notices/occasions';
import type { Plan } from '../../data/plan.ts';
import { openRuns } from '../../data/runs.ts';
import { t } from '../../i18n/text.ts';
import type { NamedOccasion } from './named-occasion.ts';

/** A member's checklists that a schedule asked for and nobody has begun. */
export async function ownRuns(plan: Plan, memberId: string): Promise<readonly NamedOccasion[]> {
  return runOccasions(await openRuns(memberId)).map(({ run, ...occasion }) => ({
    ...occasion,
    title: plan.sopById.get(run.sopId)?.title ?? t('app.nav.run'),
    namedAtMs: run.dueAtMs ?? occasion.atMs,
    route: { view: 'run', params: { runId: run.id } },
  }));
}
