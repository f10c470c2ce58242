import type { Deliverable } from '#shared/deliverables/deliverable';
import { go } from '../../../state/route.ts';

/** Opens one open deliverable among the open work of its member and outcome. */
export const openWork = ({ id, memberId, outcomeId }: Deliverable): void =>
  go('entries', { memberId, outcomeId, stage: 'open', entryId: id });
