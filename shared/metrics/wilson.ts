/** A proportion with the range it lies in: at 95% by default. */
export interface Proportion {
  readonly ratio: number;
  readonly lowRatio: number;
  readonly highRatio: number;
  /** How many were looked at. */
  readonly count: number;
}

/**
 * `hits` of `count` with its score interval (Wilson 1927), which stays inside 0–1 and holds for few
 * observations too; null of none. Hits outside 0…count are moved to the nearer end.
 */
export function proportionOf(hits: number, count: number, z = 1.959964): Proportion | null {
  if (!(count > 0)) return null;
  const ratio = Math.min(1, Math.max(0, hits / count));
  const z2 = z * z;
  const centre = (ratio + z2 / (2 * count)) / (1 + z2 / count);
  const half =
    (z / (1 + z2 / count)) * Math.sqrt((ratio * (1 - ratio)) / count + z2 / (4 * count * count));
  return {
    ratio,
    lowRatio: Math.max(0, Math.min(ratio, centre - half)),
    highRatio: Math.min(1, Math.max(ratio, centre + half)),
    count,
  };
}
