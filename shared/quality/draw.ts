import { sha256Hex } from '../imports/sha256.ts';
import { allocate } from './allocate.ts';

/** A deliverable that can be drawn. */
export interface DrawUnit {
  readonly memberId: string;
  readonly deliverableId: string;
}

/** What is drawn from by itself, such as one member's work. */
export interface DrawGroup {
  readonly id: string;
  readonly units: readonly DrawUnit[];
}

export interface DrawnGroup {
  readonly id: string;
  readonly populationCount: number;
  /** In the order of the draw. */
  readonly units: readonly DrawUnit[];
}

/**
 * Where a deliverable stands in a draw: the SHA-256 of `<seed>:<deliverable id>` in hex. The lowest are
 * drawn. It depends on nothing else, neither on the order of the log nor on what else is in it, so
 * whoever has the seed can check a draw with any program that knows SHA-256.
 */
export const drawRank = (seed: string, deliverableId: string): string =>
  sha256Hex(`${seed}:${deliverableId}`);

/** Draws `size` deliverables at random by a seed, from each group its share (see `allocate`). */
export function draw(
  groups: readonly DrawGroup[],
  size: number,
  seed: string,
): readonly DrawnGroup[] {
  const filled = groups.filter(({ units }) => units.length > 0);
  const shares = allocate(
    filled.map(({ units }) => units.length),
    size,
  );
  return filled.map(({ id, units }, at) => ({
    id,
    populationCount: units.length,
    units: lowest(units, shares[at] ?? 0, seed),
  }));
}

interface Ranked {
  readonly unit: DrawUnit;
  readonly rank: string;
}

/** Sorting a million ranks to keep a hundred would take seconds: those that cannot win go on the way. */
function lowest(units: readonly DrawUnit[], count: number, seed: string): readonly DrawUnit[] {
  let kept: Ranked[] = [];
  let bar = '';
  for (const unit of units) {
    const rank = drawRank(seed, unit.deliverableId);
    if (bar !== '' && rank >= bar) continue;
    kept.push({ unit, rank });
    if (kept.length < count * 2 + 1_000) continue;
    kept = kept.toSorted(byRank).slice(0, count);
    bar = kept.at(-1)?.rank ?? '';
  }
  return kept
    .toSorted(byRank)
    .slice(0, count)
    .map(({ unit }) => unit);
}

const byRank = (a: Ranked, b: Ranked): number => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);
