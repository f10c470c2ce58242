import type { PlanProblem } from '#shared/plan/plan-problems';
import { go } from '../../state/route.ts';

/** Goes to where a problem of the plan is mended. */
export function mendProblem({ subject, code, id }: PlanProblem): void {
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
