/**
 * Repeatable random numbers: mulberry32 (Tommy Ettinger, public domain), seeded through a text hash
 * (FNV-1a). The same seed draws the same numbers on every device. A fork draws from a stream of its own, so
 * a change in one part of what is drawn leaves the others as they were.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  chance(ratio: number): boolean;
  pick<T>(choices: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  bytes(count: number): Uint8Array;
  fork(label: string): Random;
}

export function seededRandom(seed: number | string): Random {
  let state = hashText(String(seed));

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const whole = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));

  function pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new RangeError('nothing to pick from');
    return choices[whole(0, choices.length - 1)] as T;
  }

  function shuffled<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, key: next() }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
  }

  return {
    next,
    whole,
    chance: (ratio) => next() < ratio,
    pick,
    shuffled,
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
