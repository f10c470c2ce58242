import type { DayKey } from '#shared/day';
import type { Block } from '#shared/deliverables/deliverable';
import { openBlock, stageOf } from '#shared/deliverables/deliverable';
import { waitedNeeds } from '#shared/deliverables/needs';
import type { Pressure } from '#shared/deliverables/pressure';
import { NO_PRESSURE } from '#shared/deliverables/pressure';
import type { Entry } from '../../data/entry.ts';

/** Where work stands for whoever follows it, in the order in which it goes. */
export const WORK_STAGES = ['requested', 'started', 'blocked', 'completed', 'returned'] as const;
export type WorkStage = (typeof WORK_STAGES)[number];

/** One deliverable as the board and the list show it. Times are UTC ms. */
export interface WorkItem {
  /** Its audience and id. */
  readonly key: string;
  readonly entry: Entry;
  readonly stage: WorkStage;
  readonly title: string;
  readonly outcomeName: string;
  readonly memberName: string;
  readonly pressure: Pressure;
  /** The wait that it is in; null where it waits for nobody. */
  readonly block: Block | null;
  /** How many pieces of other work must be done first. */
  readonly openNeedCount: number;
  /** Since when it is where it is; null where nobody knows. */
  readonly sinceMs: number | null;
  /** Its outcome is nobody's, or whose it is has left. */
  readonly isUnowned: boolean;
}

/** What of an item is not in its entry. */
export interface ItemFacts {
  readonly title: string;
  readonly outcomeName: string;
  readonly memberName: string;
  readonly isUnowned: boolean;
  readonly pressure: Pressure;
  /** When needed work was completed, where this reader can see it. */
  readonly doneAt: Parameters<typeof waitedNeeds>[1];
}

export function workItem(entry: Entry, { doneAt, pressure, ...facts }: ItemFacts): WorkItem {
  const stage = workStageOf(entry);
  return {
    ...facts,
    key: itemKey(entry),
    entry,
    stage,
    pressure: stage === 'completed' ? NO_PRESSURE : pressure,
    block: openBlock(entry),
    openNeedCount: stage === 'completed' ? 0 : waitedNeeds(entry, doneAt).length,
    sinceMs: sinceOf(entry, stage),
  };
}

const itemKey = ({ audience, id }: Pick<Entry, 'audience' | 'id'>): string => `${audience}/${id}`;

/** Work that was accepted has left the board; here it still reads as completed. */
export function workStageOf(entry: Entry): WorkStage {
  const stage = stageOf(entry);
  return stage === 'accepted' ? 'completed' : stage;
}

function sinceOf(entry: Entry, stage: WorkStage): number | null {
  if (stage === 'blocked') return openBlock(entry)?.fromMs ?? null;
  if (stage === 'completed') return entry.completedAtMs;
  if (stage === 'returned') return entry.returnedAtMs;
  return stage === 'started' ? entry.startedAtMs : (entry.requestedAtMs ?? entry.assignedAtMs);
}

/** Work that its worker finished today, having been asked for it or begun it before: not what was only logged. */
export const isDoneToday = (entry: Entry, today: DayKey): boolean =>
  entry.day >= today &&
  entry.importId === '' &&
  (entry.requestedAtMs !== null || entry.startedAtMs !== null);

/**
 * Completed work that somebody is to look at: another gave it out, or returned it before. What its worker
 * noted or logged, or what was imported, is done when it is done.
 */
export const awaitsAcceptance = (entry: Entry): boolean =>
  entry.completedAtMs !== null &&
  entry.acceptedAtMs === null &&
  !entry.isDeleted &&
  !entry.isMoved &&
  entry.importId === '' &&
  ((entry.assignedById !== '' && entry.assignedById !== entry.memberId) ||
    entry.returnedAtMs !== null);
