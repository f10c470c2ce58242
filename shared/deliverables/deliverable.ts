import type { DayKey } from '../day.ts';
import { dayIn, daysBetween, isDayKey } from '../day.ts';
import { choiceOf, flagOf, instantOf, numberOf, prefixedFields, textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';

export const BLOCKED_ON = ['manager', 'client', 'colleague', 'system', 'self'] as const;
export type BlockedOn = (typeof BLOCKED_ON)[number];

/** A stretch in which work waited. Stored as the field `block.<id>`; open while `toMs` is null. */
export interface Block {
  readonly id: string;
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly on: BlockedOn;
  /** The member waited for; empty where it is nobody of the team, or nobody said who. */
  readonly whoId: string;
  readonly reason: string;
  /** What would end the wait, in words that whoever is asked can act on; empty where the reason says it. */
  readonly wanted: string;
}

/**
 * Work that must be done first. Stored as the field `need.<id of that deliverable>`. Its worker's log is
 * not everybody's to read, so a manager's device writes here when it is done.
 */
export interface Need {
  readonly id: string;
  readonly memberId: string;
  /** What it was called when it was named here: the reader may not see it itself. */
  readonly title: string;
  readonly doneAtMs: number | null;
}

export const STAGES = [
  'requested',
  'started',
  'blocked',
  'completed',
  'accepted',
  'returned',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * One unit of work for an outcome. Record type `deliverable`, audience `m-<member>`. A quick log entry
 * is a deliverable that is already completed, with a quantity. Times are UTC milliseconds; `day` is the
 * member's own calendar day of completion, fixed when it was logged.
 */
export interface Deliverable {
  readonly id: string;
  readonly memberId: string;
  readonly outcomeId: string;
  readonly title: string;
  readonly client: string;
  readonly requestedAtMs: number | null;
  readonly respondedAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly completedAtMs: number | null;
  readonly acceptedAtMs: number | null;
  readonly returnedAtMs: number | null;
  readonly returnReason: string;
  readonly dueAtMs: number | null;
  readonly day: DayKey;
  /** IANA zone in which `day` was taken. */
  readonly zone: string;
  /** The client's own calendar day of completion, fixed when it was logged; `day` where nobody said. */
  readonly clientDay: DayKey;
  readonly quantity: number;
  /** Null where nothing was said about errors. */
  readonly errors: number | null;
  readonly valueMinor: number | null;
  /** What was spent on it, in minor units as its value is. */
  readonly costMinor: number | null;
  /** ISO 4217 code of its value and cost; empty where it was not named: the workspace's first currency. */
  readonly currency: string;
  /** On the scale of its outcome's measure. */
  readonly score: number | null;
  /** The two counts of a ratio: 3 adopted of 4 proposed. */
  readonly partCount: number | null;
  readonly wholeCount: number | null;
  readonly reference: string;
  readonly note: string;
  readonly reopenedCount: number;
  readonly blocks: readonly Block[];
  readonly needs: readonly Need[];
  /** Who gave it out, and when; empty for what its worker noted. */
  readonly assignedById: string;
  readonly assignedAtMs: number | null;
  /** Who accepted or returned it. */
  readonly reviewedById: string;
  /** The recurrence it came from, and the local time it came for; empty for single work. */
  readonly recurrenceId: string;
  readonly occurrence: string;
  /** The member who is away and whose recurring work it is; absent where it is one's own. */
  readonly standInForId?: string;
  readonly runId: string;
  readonly importId: string;
  readonly isDeleted: boolean;
  /** Moved to another member: it lives on in that audience. */
  readonly isMoved: boolean;
  /** The audience that it was moved here from; empty where it began here. */
  readonly movedFrom: string;
}

export function deliverableFrom({ id, audience, fields }: RecordState): Deliverable {
  const movedTo = textOf(fields, 'movedTo');
  const completedAtMs = instantOf(fields, 'completedAtMs');
  const zone = textOf(fields, 'zone') || 'UTC';
  const day = dayOf(fields, completedAtMs, zone);
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    outcomeId: textOf(fields, 'outcomeId'),
    title: textOf(fields, 'title'),
    client: textOf(fields, 'client'),
    requestedAtMs: instantOf(fields, 'requestedAtMs'),
    respondedAtMs: instantOf(fields, 'respondedAtMs'),
    startedAtMs: instantOf(fields, 'startedAtMs'),
    completedAtMs,
    acceptedAtMs: instantOf(fields, 'acceptedAtMs'),
    returnedAtMs: instantOf(fields, 'returnedAtMs'),
    returnReason: textOf(fields, 'returnReason'),
    dueAtMs: instantOf(fields, 'dueAtMs'),
    day,
    zone,
    clientDay: clientDayOf(fields, day),
    quantity: numberOf(fields, 'quantity') ?? 1,
    errors: numberOf(fields, 'errors'),
    valueMinor: numberOf(fields, 'valueMinor'),
    costMinor: numberOf(fields, 'costMinor'),
    currency: textOf(fields, 'currency'),
    score: numberOf(fields, 'score'),
    partCount: numberOf(fields, 'partCount'),
    wholeCount: numberOf(fields, 'wholeCount'),
    reference: textOf(fields, 'reference'),
    note: textOf(fields, 'note'),
    reopenedCount: numberOf(fields, 'reopenedCount') ?? 0,
    blocks: blocksOf(fields),
    needs: needsOf(fields),
    assignedById: textOf(fields, 'assignedById'),
    assignedAtMs: instantOf(fields, 'assignedAtMs'),
    reviewedById: textOf(fields, 'reviewedById'),
    recurrenceId: textOf(fields, 'recurrenceId'),
    occurrence: textOf(fields, 'occurrence'),
    ...(textOf(fields, 'standInForId') !== '' && { standInForId: textOf(fields, 'standInForId') }),
    runId: textOf(fields, 'runId'),
    importId: textOf(fields, 'importId'),
    isDeleted: flagOf(fields, 'deleted'),
    isMoved: movedTo !== '' && movedTo !== audience,
    movedFrom: textOf(fields, 'movedFrom'),
  };
}

/** A faulty program may complete work without a readable day: it then counts on its zone's day. */
function dayOf(fields: Fields, completedAtMs: number | null, zone: string): DayKey {
  const day = textOf(fields, 'day');
  if (isDayKey(day)) return day;
  return completedAtMs === null ? '' : dayIn(zone, completedAtMs);
}

/**
 * No two zones' dates are further apart at one instant, counting a night shift for the day it began on.
 * What is kept by the member's day is found by the client's within so many days.
 */
export const CLIENT_DAYS_APART = 2;

function clientDayOf(fields: Fields, day: DayKey): DayKey {
  const clientDay = textOf(fields, 'clientDay');
  if (clientDay === day || !isDayKey(clientDay) || day === '') return day;
  return Math.abs(daysBetween(day, clientDay)) <= CLIENT_DAYS_APART ? clientDay : day;
}

/** Most work waits for nothing: these are the same for all of it. */
const NO_BLOCKS: readonly Block[] = [];
const NO_NEEDS: readonly Need[] = [];

function blocksOf(fields: Fields): readonly Block[] {
  if (!hasPrefix(fields, 'block.')) return NO_BLOCKS;
  const blocks: Block[] = [];
  for (const [id, block] of prefixedFields(fields, 'block')) {
    const fromMs = instantOf(block, 'fromMs');
    if (fromMs === null || flagOf(block, 'deleted')) continue;
    blocks.push({
      id,
      fromMs,
      toMs: instantOf(block, 'toMs'),
      on: choiceOf(block, 'on', BLOCKED_ON, 'self'),
      whoId: textOf(block, 'whoId'),
      reason: textOf(block, 'reason'),
      wanted: textOf(block, 'wanted'),
    });
  }
  return blocks.length > 1 ? blocks.toSorted((a, b) => a.fromMs - b.fromMs) : blocks;
}

function needsOf(fields: Fields): readonly Need[] {
  if (!hasPrefix(fields, 'need.')) return NO_NEEDS;
  const needs: Need[] = [];
  for (const [id, need] of prefixedFields(fields, 'need')) {
    if (flagOf(need, 'deleted')) continue;
    needs.push({
      id,
      memberId: textOf(need, 'memberId'),
      title: textOf(need, 'title'),
      doneAtMs: instantOf(need, 'doneAtMs'),
    });
  }
  return needs;
}

/** What is read of every entry that is merged makes nothing where there is nothing. */
function hasPrefix(fields: Fields, start: string): boolean {
  for (const name in fields) if (name.startsWith(start)) return true;
  return false;
}

/** The block that work waits in now, or null. */
export const openBlock = (deliverable: Deliverable): Block | null =>
  deliverable.completedAtMs === null
    ? (deliverable.blocks.findLast((block) => block.toMs === null) ?? null)
    : null;

/** Whether it came back and is not done again yet. */
export const isReturned = ({ returnedAtMs, acceptedAtMs, completedAtMs }: Deliverable): boolean =>
  completedAtMs === null && returnedAtMs !== null && returnedAtMs >= (acceptedAtMs ?? 0);

/**
 * Where a deliverable stands: requested → started ⇄ blocked → completed → accepted or returned. A wait
 * holds up returned work as it does any other.
 */
export function stageOf(deliverable: Deliverable): Stage {
  const { acceptedAtMs, completedAtMs, startedAtMs } = deliverable;
  if (completedAtMs !== null) return acceptedAtMs !== null ? 'accepted' : 'completed';
  if (openBlock(deliverable)) return 'blocked';
  if (isReturned(deliverable)) return 'returned';
  return startedAtMs !== null ? 'started' : 'requested';
}

export const STANDINGS = ['blocked', 'inProgress', 'waiting'] as const;
/** How open work stands: held up, begun, or not begun. The three add up to all that is open. */
export type Standing = (typeof STANDINGS)[number];

export function standingOf(deliverable: Deliverable): Standing {
  if (openBlock(deliverable)) return 'blocked';
  return deliverable.startedAtMs !== null ? 'inProgress' : 'waiting';
}

/** Open work: neither completed, nor deleted, nor moved to somebody else. */
export const isOpen = (deliverable: Deliverable): boolean =>
  deliverable.completedAtMs === null && !deliverable.isDeleted && !deliverable.isMoved;
