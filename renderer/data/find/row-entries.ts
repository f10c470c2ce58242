import { daysBetween, isDayKey } from '#shared/day';
import { standingOf } from '#shared/deliverables/deliverable';
import { odditiesOf } from '#shared/deliverables/oddities';
import { memberAudience } from '#shared/stream/change';
import type { Entry } from '../entry.ts';
import { entryFrom } from '../entry.ts';
import type { Projection } from '../projection.ts';
import { recordKey } from '../record-key.ts';
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
  if (!wanted.importId) return await rowsInDays(db, wanted);
  const imported = await db.deliverables.where('importId').equals(wanted.importId).toArray();
  return imported.filter(({ day }) => day !== undefined);
}

/** Completed work of these days, or of those around them, that has rows. */
async function rowsInDays(db: Projection, wanted: Wanted): Promise<DeliverableRow[]> {
  const { fromDay, toDay } = wanted.memberDays;
  const own = ownRows(db, wanted);
  if (!own) return await indexedByDay(db, wanted).toArray();
  const rows = await Promise.all(own.map(async (each) => await each.toArray()));
  return rows.flat().filter(({ day }) => day !== undefined && day >= fromDay && day <= toDay);
}

/** How many rows are looked at for completed work of these days. */
export async function countRowsInDays(db: Projection, wanted: Wanted): Promise<number> {
  const own = ownRows(db, wanted) ?? [indexedByDay(db, wanted)];
  const counts = await Promise.all(own.map(async (each) => await each.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

type Rows = ReturnType<typeof indexedByDay>;

const indexedByDay = (db: Projection, { memberDays: { fromDay, toDay } }: Wanted) =>
  db.deliverables.where('[day+memberId]').between([fromDay, ''], [toDay, '\uffff'], true, true);

/** Of so many days the index holds fewer rows of everybody than there are of one member. */
const FEW_DAYS = 7;
const FEW_MEMBERS = 20;

/** All rows of each member; null where an index by days, which holds everybody's, leads to fewer. */
function ownRows(db: Projection, { members, memberDays }: Wanted): readonly Rows[] | null {
  const { fromDay, toDay } = memberDays;
  if (!members || members.size > FEW_MEMBERS) return null;
  if (isDayKey(fromDay) && isDayKey(toDay) && daysBetween(fromDay, toDay) < FEW_DAYS) return null;
  return [...members].map((id) => db.deliverables.where('key').startsWith(keyStart(id)));
}

const keyStart = (memberId: string): string =>
  recordKey(memberAudience(memberId), 'deliverable', '');

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
