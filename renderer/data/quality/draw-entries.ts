import type { DrawGroup, DrawnGroup, DrawUnit } from '#shared/quality/draw';
import { draw } from '#shared/quality/draw';
import type { SampleScope } from '#shared/quality/quality-sample';
import { audienceMember } from '#shared/stream/change';
import { collectRefs } from '../find/collect-refs.ts';
import type { EntryRef } from '../find/collect-refs.ts';
import type { EntryFilter } from '../find/entry-filter.ts';
import { wantedBy } from '../find/entry-filter.ts';
import type { Projection } from '../projection.ts';
import type { WriterMark } from '../stored.ts';

/** Draws `size` of what the scope holds; of size 0 it only counts. */
export interface DrawRequest {
  readonly scope: SampleScope;
  readonly size: number;
  readonly seed: string;
}

/** A draw asked of the draw worker. `mark` changes with every write. */
export interface WorkerDrawRequest extends DrawRequest {
  readonly database: string;
  readonly mark: WriterMark | undefined;
}

/** What a draw is made from: completed work of rows and packed history alike. */
export const scopeFilter = ({ memberIds, outcomeIds, ...days }: SampleScope): EntryFilter => ({
  ...(memberIds.length > 0 && { memberIds }),
  ...(outcomeIds.length > 0 && { outcomeIds }),
  fromDay: days.fromDay,
  toDay: days.toDay,
});

export async function drawEntries(
  db: Projection,
  { scope, size, seed }: DrawRequest,
): Promise<readonly DrawnGroup[]> {
  const groups = await groupsOf(db, scope);
  if (size > 0) return draw(groups, size, seed);
  return groups
    .filter(({ units }) => units.length > 0)
    .map(({ id, units }) => ({ id, populationCount: units.length, units: [] }));
}

async function groupsOf(db: Projection, scope: SampleScope): Promise<readonly DrawGroup[]> {
  const filter = scopeFilter(scope);
  if (scope.stratifiedBy === 'outcome') {
    // One after the other: a large history is not to be in memory as often as there are outcomes.
    const groups: DrawGroup[] = [];
    for (const id of scope.outcomeIds) {
      const refs = await collectRefs(db, wantedBy({ ...filter, outcomeIds: [id] }));
      groups.push({ id, units: refs.map(unitOf) });
    }
    return groups;
  }
  const units = (await collectRefs(db, wantedBy(filter))).map(unitOf);
  if (scope.stratifiedBy === 'none') return [{ id: '', units }];
  const byMember = new Map<string, DrawUnit[]>();
  for (const unit of units) {
    const own = byMember.get(unit.memberId);
    if (own) own.push(unit);
    else byMember.set(unit.memberId, [unit]);
  }
  return [...byMember]
    .map(([id, own]) => ({ id, units: own }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const unitOf = ({ id, place }: EntryRef): DrawUnit => ({
  memberId: audienceMember(place.audience) ?? '',
  deliverableId: id,
});
