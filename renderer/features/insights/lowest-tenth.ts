/**
 * Where an axis of shares begins: 97% is not told from 99% on one that begins at nothing, so it begins at
 * the whole tenth below the lowest of them.
 */
export const lowestTenth = (ratios: readonly number[]): number =>
  Math.max(0, Math.floor(Math.min(1 - 1e-9, ...ratios) * 10) / 10);
