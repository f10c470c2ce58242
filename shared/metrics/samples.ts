/** Numbers in ascending order, equal ones beside each other: a multiset as it is stored and read. */
export type Samples = readonly number[];

export const NO_SAMPLES: Samples = [];

/**
 * A multiset that numbers are added to and removed from in constant time (amortised), in any order: a
 * number counts as often as it was added, less how often it was removed. Nothing is rounded.
 */
export class Multiset {
  #added: number[] = [];
  #removed: number[] | null = null;
  #isSorted = true;
  /** Somebody reads `#added`: what is added later goes into a copy. */
  #isRead = false;

  add(samples: Samples): void {
    if (this.#added.length === 0) {
      // As small as it is: most multisets of a long history never hold more.
      this.#added = [...samples];
      this.#isSorted = samples.length < 2 && !this.#removed;
      this.#isRead = false;
      return;
    }
    if (this.#isRead) this.#added = [...this.#added];
    this.#isRead = false;
    for (const sample of samples) this.#added.push(sample);
    this.#isSorted = false;
  }

  remove(samples: Samples): void {
    const removed = (this.#removed ??= []);
    for (const sample of samples) removed.push(sample);
    this.#isSorted = false;
    // Edits would let it grow for ever; settling at half its size keeps their mean cost constant.
    if (removed.length * 2 > this.#added.length + SMALL) this.#settle();
  }

  /** What is added later does not show in it. */
  sorted(): Samples {
    if (!this.#isSorted) this.#settle();
    this.#isRead = true;
    return this.#added;
  }

  #settle(): void {
    const added = sortSamples(this.#added);
    const removed = this.#removed && sortSamples(this.#removed);
    this.#added = removed ? withoutSamples(added, removed) : added;
    const left = removed ? withoutSamples(removed, added) : [];
    this.#removed = left.length > 0 ? left : null;
    this.#isSorted = true;
    this.#isRead = false;
  }
}

const SMALL = 32;

/** Up to here sorting in place beats handing the numbers to a typed array and back. */
const FEW = 24;

export function sortSamples(values: readonly number[]): number[] {
  if (values.length > FEW) return sortedList(new Float64Array(values));
  const sorted = [...values];
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at] as number;
    let to = at;
    for (; to > 0 && (sorted[to - 1] as number) > value; to--)
      sorted[to] = sorted[to - 1] as number;
    sorted[to] = value;
  }
  return sorted;
}

/** Element by element: several times as fast as `Array.from`. */
function sortedList(numbers: Float64Array): number[] {
  const sorted = numbers.toSorted();
  const list: number[] = [];
  for (let at = 0; at < sorted.length; at++) list.push(sorted[at] as number);
  return list;
}

/** The union of many multisets, each number as often as in all of them together. */
export function unionOf(all: readonly Samples[]): Samples {
  const [only] = all;
  if (only && all.length === 1) return only;
  const numbers = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const samples of all) {
    numbers.set(samples, at);
    at += samples.length;
  }
  return sortedList(numbers);
}

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
function withoutSamples(a: Samples, b: Samples): number[] {
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
