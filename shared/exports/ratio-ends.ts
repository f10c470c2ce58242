/** Digits behind the point of a percentage; beyond them nobody counts. */
const MOST_DIGITS = 4;

/** The ends of an interval of ratios as they are written. */
export type WrittenEnds = Readonly<Record<'low' | 'high', string>>;

/** With as many digits as it takes to tell the ends apart: much was counted, and they lie close. */
export function ratioEnds(
  { lowRatio, highRatio }: { readonly lowRatio: number; readonly highRatio: number },
  write: (ratio: number, digits: number) => string,
  digits = 1,
): WrittenEnds {
  const [low, high] = [write(lowRatio, digits), write(highRatio, digits)];
  const isTold = low !== high || lowRatio === highRatio || digits >= MOST_DIGITS;
  return isTold ? { low, high } : ratioEnds({ lowRatio, highRatio }, write, digits + 1);
}
