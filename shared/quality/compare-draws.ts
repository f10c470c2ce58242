import type { DrawnGroup } from './draw.ts';
import { drawRank } from './draw.ts';

/** A draw beside one made again from the log as it is now. */
export interface DrawComparison {
  readonly sameCount: number;
  /** Drawn then, and finished work of those days no more: returned, deleted, or somebody else's. */
  readonly goneCount: number;
  /** Would be drawn now, and came into the log, or was finished, only later. */
  readonly cameCount: number;
}

/**
 * Compares group by group. What went makes room for what ranks next, and what came pushes out what ranks
 * last; neither is counted for itself.
 */
export function compareDraws(
  seed: string,
  drawn: readonly DrawnGroup[],
  again: readonly DrawnGroup[],
): DrawComparison {
  const againById = new Map(again.map((group) => [group.id, idsOf(group)]));
  const counts = { sameCount: 0, goneCount: 0, cameCount: 0 };
  for (const group of drawn) {
    const before = idsOf(group);
    const now = againById.get(group.id) ?? new Set<string>();
    const [lastThen, lastNow] = [highestRank(seed, before), highestRank(seed, now)];
    for (const id of before) {
      if (now.has(id)) counts.sameCount += 1;
      else if (now.size === 0 || drawRank(seed, id) < lastNow) counts.goneCount += 1;
    }
    for (const id of now) {
      if (!before.has(id) && drawRank(seed, id) < lastThen) counts.cameCount += 1;
    }
  }
  return counts;
}

const idsOf = ({ units }: DrawnGroup): ReadonlySet<string> =>
  new Set(units.map(({ deliverableId }) => deliverableId));

function highestRank(seed: string, ids: ReadonlySet<string>): string {
  let highest = '';
  for (const id of ids) {
    const rank = drawRank(seed, id);
    if (rank > highest) highest = rank;
  }
  return highest;
}
