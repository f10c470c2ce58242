import { BLOCKED_ON, openBlock } from '../../deliverables/deliverable.ts';
import type { BlockedOn, Deliverable } from '../../deliverables/deliverable.ts';
import { MINUTE_MS } from '../../worktime/zone-offset.ts';
import { unmetNeeds } from './chain.ts';
import type { OpenById } from './chain.ts';
import { WAIT_NAMES } from '../contributions.ts';
import { exactSum } from '../exact.ts';
import type { AmountName } from '../rollup.ts';
import { readSla } from '../sla.ts';
import type { Terms, TermsBook } from '../terms.ts';
import { blockedWorkMs } from '../timings.ts';

/** What holds work up: somebody, or other work that must be done first. */
export type WaitsOn = BlockedOn | 'work';

/** An open deliverable that cannot go on now, and what that costs so far. */
export interface WaitingItem<T extends Deliverable = Deliverable> {
  readonly deliverable: T;
  readonly on: WaitsOn;
  /** The member waited for; empty where it is nobody of the team, or nobody said who. */
  readonly whoId: string;
  /** When this wait began; null of work that waits for other work: nobody noted when. */
  readonly sinceMs: number | null;
  /** Working ms of this wait. */
  readonly waitedMs: number;
  /** What it is worth, in minor units; null where nothing says. */
  readonly valueMinor: number | null;
  /** It says no value itself: such work was worth as much on average. */
  readonly isValueEstimated: boolean;
  /** Promises late by now that would not be without its waits, all of them. */
  readonly lateCount: number;
}

interface WaitingInput<T extends Deliverable> {
  readonly open: readonly T[];
  /** Everybody's open work: what is needed may be somebody else's than what is looked at. */
  readonly openById: OpenById;
  readonly terms: TermsBook;
  /** What a completed deliverable of an outcome was worth on average; null where none says. */
  readonly meanValueOf: (outcomeId: string) => number | null;
  readonly nowMs: number;
}

/** Everything that cannot go on now, the longest wait first, then what waits for other work. */
export function waitingWork<T extends Deliverable>(
  input: WaitingInput<T>,
): readonly WaitingItem<T>[] {
  const { open, openById, terms, meanValueOf, nowMs } = input;
  const items = open.flatMap((deliverable): readonly WaitingItem<T>[] => {
    const block = openBlock(deliverable);
    const need = block ? undefined : unmetNeeds(deliverable, openById)[0];
    if (!block && !need) return [];
    const own = terms.of(deliverable.memberId, deliverable.outcomeId);
    const { valueMinor } = deliverable;
    const needed = need && openById.get(need.id);
    return [
      {
        deliverable,
        on: block?.on ?? 'work',
        whoId: block?.whoId ?? needed?.memberId ?? need?.memberId ?? '',
        sinceMs: block?.fromMs ?? null,
        waitedMs: block ? Math.max(0, own.clock.between(block.fromMs, nowMs)) : 0,
        valueMinor: valueMinor ?? meanValueOf(deliverable.outcomeId),
        isValueEstimated: valueMinor === null,
        lateCount: lateThroughWaits(deliverable, own, nowMs),
      },
    ];
  });
  return items.toSorted(
    (a, b) => b.waitedMs - a.waitedMs || (a.deliverable.id < b.deliverable.id ? -1 : 1),
  );
}

/** Promises broken by now, kept or not since, that would hold if the stretches in which work waited had not been. */
export function lateThroughWaits(
  work: Deliverable,
  { clock, slasAt }: Pick<Terms, 'clock' | 'slasAt'>,
  nowMs: number,
): number {
  const { requestedAtMs, blocks } = work;
  if (requestedAtMs === null || blocks.length === 0) return 0;
  return slasAt(requestedAtMs).filter((sla) => {
    const reading = readSla(work, sla, clock, nowMs);
    if (reading?.state !== 'overdue' && reading?.state !== 'missed') return false;
    // `usedMs` ends at the answer: what was waited afterwards is no part of it.
    const untilMs = clock.add(requestedAtMs, reading.usedMs);
    const waitedMs = blockedWorkMs(blocks, clock, requestedAtMs, Math.min(untilMs, nowMs));
    return reading.usedMs - waitedMs <= sla.minutes * MINUTE_MS;
  }).length;
}

/** What waits for one of the team, or for one kind of others. */
export interface WaitGroup<T extends Deliverable = Deliverable> {
  readonly on: WaitsOn;
  /** Empty where nobody said who: then `on` is all that is known. */
  readonly whoId: string;
  readonly items: readonly WaitingItem<T>[];
  readonly waitedMs: number;
  /** Of those that say or whose outcome tells; null where none does. */
  readonly valueMinor: number | null;
  readonly isValueEstimated: boolean;
  readonly lateCount: number;
}

/** Waiting work by whom it waits for, the longest wait in all first. Each item is in one group. */
export function waitGroups<T extends Deliverable>(
  items: readonly WaitingItem<T>[],
): readonly WaitGroup<T>[] {
  const groups = new Map<string, WaitingItem<T>[]>();
  for (const item of items) {
    const key = `${item.on} ${item.whoId}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()]
    .flatMap((own) => (own[0] ? [groupOf(own[0], own)] : []))
    .toSorted((a, b) => b.waitedMs - a.waitedMs || b.items.length - a.items.length);
}

function groupOf<T extends Deliverable>(
  { on, whoId }: WaitingItem<T>,
  items: readonly WaitingItem<T>[],
): WaitGroup<T> {
  const valued = items.filter(({ valueMinor }) => valueMinor !== null);
  return {
    on,
    whoId,
    items,
    waitedMs: items.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
    valueMinor:
      valued.length === 0
        ? null
        : valued.reduce((sum, { valueMinor }) => exactSum(sum, valueMinor ?? 0), 0),
    isValueEstimated: valued.some((item) => item.isValueEstimated),
    lateCount: items.reduce((sum, { lateCount }) => sum + lateCount, 0),
  };
}

/** How long the completed work of one outcome, or of all, waited, by whom it waited for. */
export interface PastWaits {
  readonly outcomeId: string;
  readonly completedCount: number;
  /** Of those, how many were blocked at least once. */
  readonly waitedCount: number;
  /** Promises broken that would hold had nothing been blocked. */
  readonly missedCount: number;
  /** Working ms. */
  readonly waitedMs: number;
  /** The longest first; those alone that were waited for. */
  readonly by: readonly { readonly on: BlockedOn; readonly waitedMs: number }[];
}

type WaitAmounts = Readonly<
  Pick<Record<AmountName, number>, 'count' | 'waitedCount' | 'missedByWaitingCount' | WaitName>
>;
type WaitName = (typeof WAIT_NAMES)[BlockedOn];

/** The waits of completed work outcome by outcome, the longest in all first; outcomes that never waited are left out. */
export function pastWaits(
  rows: readonly { readonly outcomeId: string; readonly amounts: WaitAmounts }[],
): readonly PastWaits[] {
  const byOutcome = new Map<string, WaitAmounts[]>();
  for (const { outcomeId, amounts } of rows) {
    const own = byOutcome.get(outcomeId);
    if (own) own.push(amounts);
    else byOutcome.set(outcomeId, [amounts]);
  }
  return [...byOutcome]
    .map(([outcomeId, all]) => waitsOf(outcomeId, all))
    .filter(({ waitedMs }) => waitedMs > 0)
    .toSorted((a, b) => b.waitedMs - a.waitedMs);
}

function waitsOf(outcomeId: string, all: readonly WaitAmounts[]): PastWaits {
  const by = BLOCKED_ON.map((on) => ({
    on,
    waitedMs: all.reduce((sum, amounts) => sum + amounts[WAIT_NAMES[on]], 0),
  }));
  return {
    outcomeId,
    completedCount: all.reduce((sum, { count }) => sum + count, 0),
    waitedCount: all.reduce((sum, each) => sum + each.waitedCount, 0),
    missedCount: all.reduce((sum, each) => sum + each.missedByWaitingCount, 0),
    waitedMs: by.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
    by: by.filter(({ waitedMs }) => waitedMs > 0).toSorted((a, b) => b.waitedMs - a.waitedMs),
  };
}
