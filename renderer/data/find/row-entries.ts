import { standingOf } from '#shared/deliverables/deliverable';
import { odditiesOf } from '#shared/deliverables/oddities';
import type { Entry } from '../entry.ts';
import { entryFrom } from '../entry.ts';
import type { Projection } from '../projection.ts';
import type { DeliverableRow } from '../stored.ts';
import type { Wanted } from './entry-filter.ts';
import { holdsWords, isAtStage, isInDays } from './entry-filter.ts';
import type { EntryJudge } from './entry-judge.ts';

/** What is wanted of the entries that have rows: open and recent work. */
export async function matchingRows(
  db: Projection,
  wanted: Wanted,
  judge: EntryJudge | null,
): Promise<Entry[]> {
  const [open, completed] = await Promise.all([
    wanted.open ? openRows(db, wanted) : [],
    wanted.completed ? completedRows(db, wanted) : [],
  ]);
  return [...open, ...completed]
    .map(entryFrom)
    .filter((entry) => isWanted(entry, wanted) && (!judge || judge(entry)));
}

async function openRows(db: Projection, { members }: Wanted): Promise<DeliverableRow[]> {
  const open = db.deliverables.where('openOf');
  return await (members ? open.anyOf([...members]) : open.above('')).toArray();
}

async function completedRows(db: Projection, wanted: Wanted): Promise<DeliverableRow[]> {
  if (!wanted.importId) return await rowsInDays(db, wanted).toArray();
  const imported = await db.deliverables.where('importId').equals(wanted.importId).toArray();
  return imported.filter(({ day }) => day !== undefined);
}

/** Completed work of these days, or of those around them, that has rows. */
export const rowsInDays = (db: Projection, { memberDays: { fromDay, toDay } }: Wanted) =>
  db.deliverables.where('[day+memberId]').between([fromDay, ''], [toDay, '\uffff'], true, true);

const isWanted = (entry: Entry, wanted: Wanted): boolean =>
  !entry.isDeleted &&
  !entry.isMoved &&
  (entry.completedAtMs === null || isInDays(entry, wanted)) &&
  isAtStage(entry, wanted) &&
  (!wanted.members || wanted.members.has(entry.memberId)) &&
  (!wanted.outcomes || wanted.outcomes.has(entry.outcomeId)) &&
  (!wanted.standing || wanted.standing === standingOf(entry)) &&
  (!wanted.waitsForWork || needsWork(entry)) &&
  (!wanted.assigners || wanted.assigners.has(entry.assignedById)) &&
  (!wanted.recurrenceId || wanted.recurrenceId === entry.recurrenceId) &&
  (!wanted.importId || wanted.importId === entry.importId) &&
  (!wanted.reopenedOnly || entry.reopenedCount > 0) &&
  (!wanted.odd || odditiesOf(entry, wanted.odd.currencies, wanted.odd.lastDay).length > 0) &&
  holdsWords(entry, wanted.words);

const needsWork = ({ needs }: Entry): boolean => needs.some(({ doneAtMs }) => doneAtMs === null);
