import { openBlock, standingOf } from '../deliverables/deliverable.ts';
import type { Block, Deliverable } from '../deliverables/deliverable.ts';

/** An open deliverable with how long it has been so, in wall time. */
export interface Ageing<T extends Deliverable = Deliverable> {
  readonly deliverable: T;
  /** When it was started, else requested; null where neither is known. */
  readonly sinceMs: number | null;
  readonly block: Block | null;
}

export interface OpenWork<T extends Deliverable = Deliverable> {
  readonly blocked: readonly Ageing<T>[];
  readonly inProgress: readonly Ageing<T>[];
  readonly waiting: readonly Ageing<T>[];
}

/** Open work parted into blocked, started and not yet started, each with the longest-standing first. */
export function openWorkOf<T extends Deliverable>(open: readonly T[]): OpenWork<T> {
  const all = open.map((deliverable) => ({
    deliverable,
    sinceMs: deliverable.startedAtMs ?? deliverable.requestedAtMs,
    block: openBlock(deliverable),
  }));
  return {
    blocked: oldestFirst(
      all.filter((each) => standingOf(each.deliverable) === 'blocked'),
      (each) => each.block?.fromMs ?? null,
    ),
    inProgress: oldestFirst(
      all.filter((each) => standingOf(each.deliverable) === 'inProgress'),
      (each) => each.sinceMs,
    ),
    waiting: oldestFirst(
      all.filter((each) => standingOf(each.deliverable) === 'waiting'),
      (each) => each.sinceMs,
    ),
  };
}

function oldestFirst<T extends { readonly deliverable: Deliverable }>(
  list: readonly T[],
  sinceOf: (item: T) => number | null,
): readonly T[] {
  const orderOf = (item: T): number => sinceOf(item) ?? Number.POSITIVE_INFINITY;
  return list.toSorted(
    (a, b) => orderOf(a) - orderOf(b) || (a.deliverable.id < b.deliverable.id ? -1 : 1),
  );
}
