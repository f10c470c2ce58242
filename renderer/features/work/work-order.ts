import type { Risk } from '#shared/deliverables/pressure';
import type { WorkItem } from './work-item.ts';

const RISK_ORDER: Readonly<Record<Risk, number>> = {
  overdue: 0,
  atRisk: 1,
  soon: 2,
  later: 3,
  none: 4,
};

/** The most pressing first: by risk, by the working time left, then by how long it has stood there. */
export const inOrder = (items: readonly WorkItem[]): readonly WorkItem[] => items.toSorted(byNeed);

function byNeed(a: WorkItem, b: WorkItem): number {
  return (
    RISK_ORDER[a.pressure.risk] - RISK_ORDER[b.pressure.risk] ||
    (a.pressure.leftWorkMs ?? 0) - (b.pressure.leftWorkMs ?? 0) ||
    sinceOrder(a) - sinceOrder(b) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** What nobody knows stands last. */
const sinceOrder = ({ sinceMs }: WorkItem): number => sinceMs ?? Number.MAX_SAFE_INTEGER;
