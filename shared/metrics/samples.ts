/** Numbers in ascending order, equal ones beside each other: a multiset as it is stored and read. */
export type Samples = readonly number[];

export const NO_SAMPLES: Samples = [];

/**
 * A multiset that numbers are added to and removed from in constant time (amortised), in any order: a
 * number counts as often as it was added, less how often it was removed. Nothing is rounded.
 */
export class Multiset {
  #added: number[] = [];
  #removed: number[] = [];

  add(samples: Samples): void {
    for (const sample of samples) this.#added.push(sample);
  }

  remove(samples: Samples): void {
    for (const sample of samples) this.#removed.push(sample);
    // Edits would let it grow for ever; settling at half its size keeps their mean cost constant.
    if (this.#removed.length * 2 > this.#added.length + SMALL) this.#settle();
  }

  sorted(): Samples {
    this.#settle();
    return this.#added;
  }

  #settle(): void {
    const [added, removed] = [sortSamples(this.#added), sortSamples(this.#removed)];
    this.#added = withoutSamples(added, removed);
    this.#removed = withoutSamples(removed, added);
  }
}

const SMALL = 32;

export const sortSamples = (values: readonly number[]): number[] =>
  Array.from(new Float64Array(values).toSorted());

/** The union of two multisets, each number as often as in both: one pass. */
export function mergeSamples(a: Samples, b: Samples): Samples {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: number[] = [];
  let at = 0;
  for (const sample of a) {
    for (let next = b[at]; next !== undefined && next < sample; next = b[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(sample);
  }
  return merged.concat(b.slice(at));
}

/** Takes each sample of `b` once out of `a`: one pass over both. */
export function withoutSamples(a: Samples, b: Samples): number[] {
  if (b.length === 0) return [...a];
  const left: number[] = [];
  let at = 0;
  for (const sample of a) {
    while (at < b.length && (b[at] as number) < sample) at += 1;
    if (b[at] === sample) at += 1;
    else left.push(sample);
  }
  return left;
}
