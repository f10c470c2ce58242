import { quantile } from './rollup.ts';
import type { Samples } from './samples.ts';
import { unionOf } from './samples.ts';
import { TIME_CODE_ERROR, sortedCodes, timeCode, timeOfCode } from './time-codes.ts';

/** How times are spread: of a few exactly, of many within a stated error. */
export interface Distribution {
  readonly count: number;
  /** The largest error of a quantile, as a share of the quantile: 0 where it is exact. */
  readonly relativeError: number;
  /** The p-quantile (0–1), in the unit of the samples; null of none. */
  readonly quantile: (p: number) => number | null;
  /** What it is made of: see `unitedDistribution`. */
  readonly parts: readonly TimesPart[];
}

/** Times as they are, in ascending order, or in any order as `timeCode` writes them. */
export type TimesPart = { readonly samples: Samples } | { readonly codes: Uint16Array };

/** Of samples that are all at hand, in ascending order. */
export const exactDistribution = (sorted: Samples): Distribution => ({
  count: sorted.length,
  relativeError: 0,
  quantile: (p) => quantile(sorted, p),
  parts: sorted.length > 0 ? [{ samples: sorted }] : [],
});

/** Of times that `timeCode` wrote, in any order. */
export const codedDistribution = (codes: Uint16Array): Distribution =>
  codes.length === 0 ? NO_TIMES : overParts([{ codes }], codes.length);

/**
 * Of all the times of some distributions together. Costs nothing until a quantile is asked for, so that
 * sums of which only the amounts are shown stay cheap.
 */
export function unitedDistribution(all: readonly Distribution[]): Distribution {
  const some = all.filter(({ count }) => count > 0);
  const [only] = some;
  if (!only) return NO_TIMES;
  if (some.length === 1) return only;
  const count = some.reduce((sum, each) => sum + each.count, 0);
  return overParts(
    some.flatMap(({ parts }) => parts),
    count,
  );
}

const NO_TIMES = exactDistribution([]);

function overParts(parts: readonly TimesPart[], count: number): Distribution {
  const isCoded = parts.some((part) => 'codes' in part);
  let ask: ((p: number) => number | null) | null = null;
  return {
    count,
    relativeError: isCoded ? TIME_CODE_ERROR : 0,
    quantile: (p) => {
      ask ??= isCoded ? askCodes(parts) : askSamples(parts);
      return ask(p);
    },
    parts,
  };
}

function askSamples(parts: readonly TimesPart[]): (p: number) => number | null {
  const sorted = unionOf(parts.flatMap((part) => ('samples' in part ? [part.samples] : [])));
  return (p) => quantile(sorted, p);
}

/** By linear interpolation between what two codes stand for, as among samples: no further off than they are. */
function askCodes(parts: readonly TimesPart[]): (p: number) => number | null {
  const codes = sortedCodes(
    parts.map((part) => ('codes' in part ? part.codes : Uint16Array.from(part.samples, timeCode))),
  );
  return (p) => {
    const at = (codes.length - 1) * p;
    const [low, high] = [codes[Math.floor(at)], codes[Math.ceil(at)]];
    if (low === undefined || high === undefined) return null;
    const lowMs = timeOfCode(low);
    return lowMs + (timeOfCode(high) - lowMs) * (at - Math.floor(at));
  };
}
