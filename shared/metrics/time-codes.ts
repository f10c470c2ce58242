/**
 * Times as whole numbers on a logarithmic scale, two bytes each: every time of a bucket is within
 * `TIME_CODE_ERROR` of the bucket's, however short or long it is, and so is every quantile (DDSketch:
 * Masson, Rim and Lee 2019, "A fast and fully-mergeable quantile sketch with relative-error guarantees",
 * with each sample kept, so that adding and uniting lose nothing).
 */
export const TIME_CODE_ERROR = 0.005;

const GAMMA = (1 + TIME_CODE_ERROR) / (1 - TIME_CODE_ERROR);
const LOG_GAMMA = Math.log(GAMMA);
/** Beyond it lie 10^12 years. */
const LAST_CODE = 0xffff;

/** The code of a time in whole ms; 0 of no time at all. */
export const timeCode = (ms: number): number =>
  ms < 1 ? 0 : Math.min(LAST_CODE, 1 + Math.ceil(Math.log(ms) / LOG_GAMMA));

/** The ms that a code stands for: as far from the longest time of its bucket as from the shortest. */
export const timeOfCode = (code: number): number =>
  code === 0 ? 0 : (2 * GAMMA ** (code - 1)) / (GAMMA + 1);

/** Above this counting is faster than sorting. */
const FEW = 2_048;

/** All codes of some lists in ascending order. */
export function sortedCodes(lists: readonly Uint16Array[]): Uint16Array {
  const codes = new Uint16Array(lists.reduce((sum, { length }) => sum + length, 0));
  if (codes.length > FEW) return countedInto(codes, lists);
  let at = 0;
  for (const list of lists) {
    codes.set(list, at);
    at += list.length;
  }
  return codes.toSorted();
}

function countedInto(codes: Uint16Array, lists: readonly Uint16Array[]): Uint16Array {
  const counts = new Uint32Array(LAST_CODE + 1);
  for (const list of lists) {
    for (const code of list) counts[code] = (counts[code] ?? 0) + 1;
  }
  let from = 0;
  for (let code = 0; from < codes.length; code++) {
    const to = from + (counts[code] ?? 0);
    codes.fill(code, from, to);
    from = to;
  }
  return codes;
}
