import { addDays } from '#shared/day';
import type { LogLine } from '#shared/deliverables/log-line';
import { readEntry } from '../../data/deliverables.ts';
import type { Entry } from '../../data/entry.ts';
import { now } from '../../services/clock.ts';
import type { NewEntry, OnSaved, Saving, Wait } from '../../services/deliverables.ts';
import {
  beginBlocked,
  beginWork,
  blockWork,
  completeWork,
  logEntry,
  requestWork,
  startWork,
  unblockWork,
} from '../../services/deliverables.ts';
import type { Worker } from '../../services/worker.ts';

const DAY_MS = 86_400_000;

/** Saves what a line says; null where it says nothing that can be done. */
export async function submitLine(
  line: LogLine,
  target: Entry | null,
  worker: Worker,
  onSaved?: OnSaved,
): Promise<Awaited<Saving> | null> {
  if (target) {
    // The list that it was found in may not show yet what was saved a moment ago.
    const current = (await readEntry(target.audience, target.id)) ?? target;
    return await moveAlong(line, current, worker);
  }
  if (line.outcomeId === null) return null;
  const entry = newEntryOf(line, line.outcomeId);
  switch (line.intent) {
    case 'log':
    case 'done':
      return (await logEntry(worker, { ...entry, ...dayOf(line, worker) }, onSaved)).saved;
    case 'started':
      return (await beginWork(worker, asWork(entry), onSaved)).saved;
    case 'requested':
      return (await requestWork(worker, asWork(entry), onSaved)).saved;
    case 'blocked': {
      const { note, ...work } = entry;
      const block = { ...waitOf(line), reason: note ?? '' };
      return (await beginBlocked(worker, work, block, onSaved)).saved;
    }
    case 'unblocked':
      return null;
  }
}

async function moveAlong(
  line: LogLine,
  target: Entry,
  worker: Worker,
): Promise<Awaited<Saving> | null> {
  switch (line.intent) {
    case 'started':
      return await startWork(target);
    case 'blocked':
      return await blockWork(target, { ...waitOf(line), reason: line.note });
    case 'unblocked':
      return await unblockWork(target);
    case 'done':
      return await completeWork(worker, target, {
        quantity: line.quantity ?? target.quantity,
        errors: line.errors ?? target.errors,
        valueMinor: line.valueMinor ?? target.valueMinor,
        costMinor: line.costMinor ?? target.costMinor,
        score: line.score ?? target.score,
        partCount: line.partCount ?? target.partCount,
        wholeCount: line.wholeCount ?? target.wholeCount,
        reference: line.reference || target.reference,
        note: line.note || target.note,
      });
    default:
      return null;
  }
}

export const newEntryOf = (line: LogLine, outcomeId: string): NewEntry => ({
  outcomeId,
  quantity: line.quantity ?? 1,
  errors: line.errors,
  valueMinor: line.valueMinor,
  costMinor: line.costMinor,
  score: line.score,
  partCount: line.partCount,
  wholeCount: line.wholeCount,
  reference: line.reference,
  client: line.client,
  note: line.note,
});

const waitOf = ({ blockedOn, blockedWhoId }: LogLine): Pick<Wait, 'on' | 'whoId'> => ({
  on: blockedOn ?? 'self',
  whoId: blockedWhoId,
});

/** Work to come is called by what was typed; a note is for what is done. */
const asWork = ({ note, ...entry }: NewEntry): NewEntry => ({ ...entry, title: note ?? '' });

/** Yesterday's output is completed a day ago: its turnaround and its day agree. */
function dayOf(line: LogLine, { days }: Worker): Partial<NewEntry> {
  if (line.dayOffset === 0) return {};
  return {
    day: addDays(days.dayAt(now()), line.dayOffset),
    completedAtMs: now() + line.dayOffset * DAY_MS,
  };
}
