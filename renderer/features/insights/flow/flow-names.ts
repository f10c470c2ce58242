import type { Deliverable } from '#shared/deliverables/deliverable';
import { t } from '../../../i18n/text.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { nameOf } from '../group-names.ts';
import type { Plan } from '../../../data/plan.ts';
import type { WaitsOn } from '#shared/metrics/insights/bottlenecks';

export const memberName = (plan: Plan, id: string): string => nameOf('member', id, plan);

export const outcomeName = (plan: Plan, id: string): string => nameOf('outcome', id, plan);

/** What a piece of work is called where it stands among others. */
export const titleOf = (plan: Plan, work: Deliverable): string =>
  work.title || work.reference || workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? '');

/** The cells of `WORK_COLUMNS`. */
export const workCells = (plan: Plan, work: Deliverable): readonly string[] => [
  titleOf(plan, work),
  outcomeName(plan, work.outcomeId),
  memberName(plan, work.memberId),
];

/** Who or what is waited for: by name where somebody of the team was named. */
export const waitName = (plan: Plan, on: WaitsOn, whoId: string): string =>
  whoId === '' ? t(`insightsFlow.waits.on.${on}`) : memberName(plan, whoId);
