import { openBlock } from '../../deliverables/deliverable.ts';
import type { Block, Deliverable, Need } from '../../deliverables/deliverable.ts';
import { waitedNeeds } from '../../deliverables/needs.ts';

/** Open work by its id, as far as this reader sees it. What is not in it is done, withdrawn or somebody else's to see. */
export type OpenById<T extends Deliverable = Deliverable> = ReadonlyMap<string, T>;

/**
 * What a chain of needs ends at, and so who can move it: `waits` is blocked and says for whom; `works` is
 * free to go on, so that its worker is at the end; `unseen` is work that this reader cannot see; `circle`
 * leads back to work that the chain came from, and only somebody who takes a need away can end it.
 */
export type ChainEnd =
  | { readonly kind: 'waits'; readonly block: Block }
  | { readonly kind: 'works'; readonly isBegun: boolean }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'circle' };

/** One piece of work in a chain. */
export interface ChainLink<T extends Deliverable = Deliverable> {
  readonly id: string;
  /** How many needs lie between it and the work that was asked about. */
  readonly depth: number;
  /** Null where it is unseen. */
  readonly deliverable: T | null;
  /** What it is called where it is needed; null of the first. */
  readonly need: Need | null;
  readonly memberId: string;
  /** What the chain ends at here: nothing where it goes on. Work that waits for somebody and needs other work too does both. */
  readonly end: ChainEnd | null;
  /** Shown higher up with all that it needs. */
  readonly isRepeated: boolean;
}

/** Needs that still hold work up, told by the needed work itself where it is seen. */
export const unmetNeeds = (work: Pick<Deliverable, 'needs'>, open: OpenById): readonly Need[] =>
  waitedNeeds(work, ({ id }) => (open.has(id) ? null : undefined));

/**
 * The chain behind a piece of open work: itself, what it needs, what that needs, and so on to what can be
 * done now or whom it waits for. Depth first, each piece unfolded once.
 */
export function chainBehind<T extends Deliverable>(
  first: T,
  open: OpenById<T>,
): readonly ChainLink<T>[] {
  const links: ChainLink<T>[] = [];
  const unfolded = new Set<string>();
  interface Visit {
    readonly id: string;
    readonly need: Need | null;
    readonly depth: number;
  }
  /** The way from the first to the piece at hand, by depth. */
  const trail: string[] = [];
  const visits: Visit[] = [{ id: first.id, need: null, depth: 0 }];
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    const { id, need, depth } = visit;
    trail.length = depth;
    const work = id === first.id ? first : open.get(id);
    const memberId = work?.memberId ?? need?.memberId ?? '';
    const link = { id, depth, need, memberId, deliverable: work ?? null };
    if (trail.includes(id)) {
      links.push({ ...link, end: { kind: 'circle' }, isRepeated: false });
    } else if (!work) {
      links.push({ ...link, end: { kind: 'unseen' }, isRepeated: false });
    } else if (unfolded.has(id)) {
      links.push({ ...link, end: null, isRepeated: true });
    } else {
      unfolded.add(id);
      const needs = unmetNeeds(work, open);
      links.push({ ...link, end: endOf(work, needs), isRepeated: false });
      trail.push(id);
      for (const each of needs.toReversed()) {
        visits.push({ id: each.id, need: each, depth: depth + 1 });
      }
    }
  }
  return links;
}

function endOf(work: Deliverable, needs: readonly Need[]): ChainEnd | null {
  const block = openBlock(work);
  if (block) return { kind: 'waits', block };
  return needs.length > 0 ? null : { kind: 'works', isBegun: work.startedAtMs !== null };
}

/** A piece of work, or a circle, that others wait for, directly or through others. */
export interface HoldUp {
  readonly id: string;
  /** What waits for it, all the way up. */
  readonly behindIds: readonly string[];
}

/**
 * What is at the end of chains of needs, the one that most waits for first: work that others need and
 * that needs no other, and of work that needs itself in a circle one piece for all of it.
 */
export function holdUps(open: OpenById): readonly HoldUp[] {
  const waitersOf = new Map<string, string[]>();
  const needing = new Set<string>();
  for (const work of open.values()) {
    for (const { id } of unmetNeeds(work, open)) {
      needing.add(work.id);
      const held = waitersOf.get(id);
      if (held) held.push(work.id);
      else waitersOf.set(id, [work.id]);
    }
  }
  const ends = [...waitersOf.keys()].filter((id) => !needing.has(id));
  const found = ends.map((id): HoldUp => ({ id, behindIds: behind(id, waitersOf) }));
  // What no end holds up is held up by a circle alone.
  const reached = new Set(found.flatMap(({ behindIds }) => behindIds));
  for (const id of [...waitersOf.keys()].toSorted()) {
    if (!needing.has(id) || reached.has(id)) continue;
    const behindIds = behind(id, waitersOf);
    // Work that merely waits for a circle is no part of it: something must come back to it.
    if (!behindIds.includes(id)) continue;
    for (const each of behindIds) reached.add(each);
    found.push({ id, behindIds });
  }
  return found.toSorted(
    (a, b) => b.behindIds.length - a.behindIds.length || (a.id < b.id ? -1 : 1),
  );
}

/** Everything that waits for a piece of work; itself too where it waits for itself. */
function behind(id: string, waitersOf: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const queue = [...(waitersOf.get(id) ?? [])];
  for (const waiter of queue) {
    if (seen.has(waiter)) continue;
    seen.add(waiter);
    queue.push(...(waitersOf.get(waiter) ?? []));
  }
  return [...seen];
}
