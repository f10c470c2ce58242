import { monthOf } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { Block, Deliverable } from '#shared/deliverables/deliverable';
import { openBlock } from '#shared/deliverables/deliverable';
import { deliverableId, newId } from '#shared/ids';
import type { Json } from '#shared/json';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { now, randomBytes } from './clock.ts';
import { saveUndoable } from './save.ts';
import type { Worker } from './worker.ts';
import { countedDays } from './worker.ts';

/** What can be said of a piece of work beside where it stands. Times are UTC ms. */
export interface EntryValues {
  readonly outcomeId: string;
  readonly title: string;
  readonly client: string;
  readonly quantity: number;
  readonly errors: number | null;
  readonly valueMinor: number | null;
  readonly costMinor: number | null;
  readonly score: number | null;
  readonly partCount: number | null;
  readonly wholeCount: number | null;
  readonly reference: string;
  readonly note: string;
  readonly requestedAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly completedAtMs: number | null;
  readonly dueAtMs: number | null;
  /** The member's calendar day of completion; counts only for completed work. */
  readonly day: DayKey;
  readonly runId: string;
}

export type NewEntry = Pick<EntryValues, 'outcomeId'> & Partial<EntryValues>;
/** What came of a piece of work. */
export type Results = Pick<
  EntryValues,
  | 'quantity'
  | 'errors'
  | 'valueMinor'
  | 'costMinor'
  | 'score'
  | 'partCount'
  | 'wholeCount'
  | 'reference'
  | 'note'
>;
/** What is said when work is finished; the day is today's unless told. */
export type Completion = Partial<Results & Pick<EntryValues, 'day' | 'runId'>>;

/** On whom work waits, and for what. */
export type Wait = Pick<Block, 'on' | 'reason'> & Partial<Pick<Block, 'whoId' | 'wanted'>>;

export type Saving = ReturnType<typeof saveUndoable>;
/** Called as soon as nothing can lose what was said, before the lists show it. */
export type OnSaved = () => void;

/** Logs finished output: a deliverable that is completed as it comes to be. Answers its id. */
export async function logEntry(
  worker: Worker,
  entry: NewEntry,
  onSaved?: OnSaved,
): ReturnType<typeof addEntry> {
  const done = { ...entry, completedAtMs: entry.completedAtMs ?? now() };
  return await addEntry(worker, t('log.undo.logged'), done, onSaved);
}

/** Notes a piece of work that was asked for. */
export async function requestWork(
  worker: Worker,
  entry: NewEntry,
  onSaved?: OnSaved,
): ReturnType<typeof addEntry> {
  const asked = { ...entry, requestedAtMs: entry.requestedAtMs ?? now() };
  return await addEntry(worker, t('log.undo.requested'), asked, onSaved);
}

/** Begins a piece of work that nobody noted before. */
export async function beginWork(
  worker: Worker,
  entry: NewEntry,
  onSaved?: OnSaved,
): ReturnType<typeof addEntry> {
  const begun = { ...entry, startedAtMs: entry.startedAtMs ?? now() };
  return await addEntry(worker, t('log.undo.started'), begun, onSaved);
}

/** Begins a piece of work that waits already. */
export async function beginBlocked(
  worker: Worker,
  entry: NewEntry,
  wait: Wait,
  onSaved?: OnSaved,
): ReturnType<typeof addEntry> {
  const begun = { ...entry, startedAtMs: entry.startedAtMs ?? now() };
  const waiting = blockField(newBlock(wait));
  return await addEntry(worker, t('log.undo.blocked'), begun, onSaved, waiting);
}

/** A piece of work that begins with a run of a procedure, where it has not begun yet. */
export const startEdit = (work: Deliverable, runId: string): Edit =>
  edit(work.memberId, work.id, {
    runId,
    ...(work.startedAtMs === null && { startedAtMs: now() }),
  });

/** A wait of a piece of work, begun or ended. */
export const blockEdit = (work: Deliverable, block: Block): Edit =>
  edit(
    work.memberId,
    work.id,
    blockField({
      id: block.id,
      fromMs: block.fromMs,
      toMs: block.toMs,
      on: block.on,
      whoId: block.whoId,
      reason: block.reason,
      wanted: block.wanted,
    }),
  );

export async function startWork(work: Deliverable): Saving {
  return await change(work, t('log.undo.started'), { startedAtMs: now() });
}

export async function blockWork(work: Deliverable, wait: Wait): Saving {
  return await change(work, t('log.undo.blocked'), blockField(newBlock(wait)));
}

/** The wait is over; does nothing to work that waits for nothing. */
export async function unblockWork(work: Deliverable): Saving {
  return await change(work, t('log.undo.unblocked'), endedBlocks(work, now()));
}

/** Finishes work: whatever it waited for has ended, and its day is the worker's own. */
export async function completeWork(
  worker: Worker,
  work: Deliverable,
  completion: Completion,
): Saving {
  return await saveUndoable(t('log.undo.completed'), [completionEdit(worker, work, completion)]);
}

/** What finishes a piece of work. */
export function completionEdit(worker: Worker, work: Deliverable, completion: Completion): Edit {
  const atMs = now();
  return edit(work.memberId, work.id, {
    ...endedBlocks(work, atMs),
    ...differing(work, completion),
    completedAtMs: atMs,
    // Taken up again and completed another day, it must not keep the client's day of the first time.
    ...(work.clientDay !== work.day && { clientDay: null }),
    ...countedDays(worker, work, atMs, completion.day),
    zone: worker.zone,
  });
}

/** Takes completed work up again: it counts as rework from now on. */
export async function reopenWork(work: Deliverable): Saving {
  return await change(work, t('log.undo.reopened'), {
    completedAtMs: null,
    acceptedAtMs: null,
    reopenedCount: work.reopenedCount + 1,
  });
}

/** Saves what differs; answers null where nothing does. */
export async function editEntry(
  work: Deliverable,
  values: Partial<EntryValues>,
): Promise<Awaited<Saving> | null> {
  const fields = differing(work, values);
  if (Object.keys(fields).length === 0) return null;
  return await change(work, t('log.undo.edited'), fields);
}

/** What says something else than the record does: what stays is not written again, for another may be writing it. */
function differing(work: Deliverable, values: Partial<EntryValues>): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== work[name as keyof EntryValues]) fields[name] = value;
  }
  return fields;
}

export async function deleteEntry(work: Deliverable): Saving {
  return await change(work, t('log.undo.deleted'), { deleted: true });
}

async function addEntry(
  worker: Worker,
  label: string,
  entry: NewEntry,
  onSaved?: OnSaved,
  more: Readonly<Record<string, Json>> = {},
): Promise<{ readonly id: string; readonly saved: Awaited<Saving> }> {
  const made = newEntryEdit(worker, entry, more);
  const saved = await saveUndoable(label, [made], { areNew: true, onSaved });
  return { id: made.id, saved };
}

/** What makes a new piece of work; it is completed where `completedAtMs` says so. */
export function newEntryEdit(
  worker: Worker,
  entry: NewEntry,
  more: Readonly<Record<string, Json>> = {},
): Edit {
  const days = countedDays(
    worker,
    { client: entry.client ?? '', outcomeId: entry.outcomeId },
    entry.completedAtMs ?? now(),
    entry.day || undefined,
  );
  const id = deliverableId(monthOf(days.day), newId(randomBytes));
  const fields: Record<string, Json> = { zone: worker.zone, ...more };
  for (const [name, value] of Object.entries({ quantity: 1, ...entry })) {
    if (value !== undefined && value !== null && value !== '') fields[name] = value;
  }
  if (fields['completedAtMs'] === undefined) delete fields['day'];
  else Object.assign(fields, days);
  return edit(worker.memberId, id, fields);
}

const change = async (
  work: Deliverable,
  label: string,
  fields: Readonly<Record<string, Json>>,
): Saving => await saveUndoable(label, [edit(work.memberId, work.id, fields)]);

const edit = (memberId: string, id: string, fields: Edit['fields']): Edit => ({
  audience: memberAudience(memberId),
  type: 'deliverable',
  id,
  fields,
});

const newBlock = ({ on, reason, whoId = '', wanted = '' }: Wait): Block => ({
  id: newId(randomBytes),
  fromMs: now(),
  toMs: null,
  on,
  whoId,
  reason: reason.trim(),
  wanted: wanted.trim(),
});

const blockField = ({ id, whoId, wanted, ...block }: Block): Record<string, Json> => ({
  [`block.${id}`]: { ...block, ...(whoId && { whoId }), ...(wanted && { wanted }) },
});

/** Every open wait, ended: two devices may each have begun one. */
function endedBlocks(work: Deliverable, toMs: number): Record<string, Json> {
  if (!openBlock(work)) return {};
  const open = work.blocks.filter((block) => block.toMs === null);
  return Object.assign({}, ...open.map((block) => blockField({ ...block, toMs })));
}
