import type { Deliverable, Need } from './deliverable.ts';

/** Which work needs which: the ids that each one waits for. */
export type NeedGraph = ReadonlyMap<string, readonly string[]>;

type Needing = Pick<Deliverable, 'id' | 'needs'>;

/** Only what is not done yet can hold anything up. */
export const needGraph = (work: Iterable<Needing>): NeedGraph =>
  new Map(
    [...work].map(({ id, needs }) => [
      id,
      needs.filter((need) => need.doneAtMs === null).map((need) => need.id),
    ]),
  );

/**
 * The path that would close into a circle if `from` needed `to`: `[from, to, …, from]`; null where none
 * would. Shortest first, so that what is named is what a person can follow.
 */
export function wouldCycle(graph: NeedGraph, from: string, to: string): readonly string[] | null {
  if (from === to) return [from, from];
  const cameFrom = new Map<string, string>([[to, from]]);
  const queue = [to];
  for (const id of queue) {
    for (const next of graph.get(id) ?? []) {
      if (next === from) return [...pathTo(id, from, cameFrom), from];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at) ?? start;
    path.unshift(at);
  }
  return path;
}

/**
 * The circles in a graph, each as the ids that wait for one another, sorted: the strongly connected
 * components of more than one piece of work, or of one that needs itself (Tarjan 1972, without
 * recursion: a chain may be thousands long).
 */
export function cyclesIn(graph: NeedGraph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const enter = (id: string): Visit => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  };
  const leave = (id: string): void => {
    if (lowest.get(id) !== order.get(id)) return;
    const component = stack.splice(stack.lastIndexOf(id));
    for (const each of component) onStack.delete(each);
    if (component.length > 1 || graph.get(id)?.includes(id)) cycles.push(component.toSorted());
  };
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const need = graph.get(visit.id)?.[visit.next];
      visit.next += 1;
      if (need === undefined) {
        visits.pop();
        leave(visit.id);
        const above = visits.at(-1);
        if (above) lower(above.id, lowest.get(visit.id) ?? 0);
      } else if (!order.has(need)) visits.push(enter(need));
      else if (onStack.has(need)) lower(visit.id, order.get(need) ?? 0);
    }
  }
  return cycles;
}

interface Visit {
  readonly id: string;
  next: number;
}

/** What is known of needed work without its need: of one's own, or where a manager reads everybody's. */
export type DoneLookup = (need: Need) => number | null | undefined;

/**
 * What a piece of work still waits for. `doneAt` answers when needed work was completed, null while it
 * is not, and undefined where this reader cannot see it: then the need itself says.
 */
export const waitedNeeds = (
  work: Pick<Deliverable, 'needs'>,
  doneAt: DoneLookup = () => undefined,
): readonly Need[] =>
  work.needs.length === 0
    ? NO_NEEDS
    : work.needs.filter((need) => {
        const known = doneAt(need);
        return (known === undefined ? need.doneAtMs : known) === null;
      });

const NO_NEEDS: readonly Need[] = [];

/** Whether open work cannot go on because other work must be done first. */
export const isWaitingForNeeds = (
  work: Pick<Deliverable, 'needs' | 'completedAtMs'>,
  doneAt?: DoneLookup,
): boolean => work.completedAtMs === null && waitedNeeds(work, doneAt).length > 0;

/** What a reader that can see needed work knows of it, by its id. */
export const doneIn =
  (seen: ReadonlyMap<string, Deliverable>): DoneLookup =>
  (need) => {
    const work = seen.get(need.id);
    if (!work) return undefined;
    // Nobody waits for what was withdrawn.
    return work.completedAtMs ?? (work.isDeleted ? (need.doneAtMs ?? 0) : null);
  };

/** Work whose needs say what this reader sees of the needed work itself, ahead of what it was told. */
export function withKnownNeeds<T extends Pick<Deliverable, 'needs'>>(
  work: T,
  doneAt: DoneLookup,
): T {
  if (work.needs.length === 0) return work;
  const needs = work.needs.map((need) => {
    const known = doneAt(need);
    return known === undefined ? need : { ...need, doneAtMs: known };
  });
  return { ...work, needs };
}

/**
 * Needs that say something else than the needed work does now: done or open again, withdrawn, or moved
 * to another member. Settled once, they are answered no more until something changes.
 */
export function settledNeeds(
  work: Pick<Deliverable, 'needs'>,
  seen: ReadonlyMap<string, Deliverable>,
  nowMs: number,
): readonly Need[] {
  const doneAt = doneIn(seen);
  return work.needs.flatMap((need) => {
    const done = doneAt(need);
    if (done === undefined) return [];
    const doneAtMs = done === 0 ? nowMs : done;
    const memberId = seen.get(need.id)?.memberId ?? need.memberId;
    const isSame = doneAtMs === need.doneAtMs && memberId === need.memberId;
    return isSame ? [] : [{ ...need, memberId, doneAtMs }];
  });
}
