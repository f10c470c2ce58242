/** Somebody who could take something over. */
export interface Candidate {
  readonly memberId: string;
  /** Whether they can do it: work on the outcome, ran the procedure lately or read it. */
  readonly canDoIt: boolean;
  /** Stands in for its outcome by the plan. */
  readonly isStandIn: boolean;
  readonly isAway: boolean;
  /** Working time that their open work usually takes, ms. */
  readonly loadMs: number;
}

/**
 * Whom to propose: who is there before who is away, who can do it before who cannot, the plan's stand-in
 * before others, then whoever has the least to do. Empty where there is nobody.
 */
export function proposeReceiver(candidates: readonly Candidate[]): string {
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(a.isAway) - Number(b.isAway) ||
      Number(b.canDoIt) - Number(a.canDoIt) ||
      Number(b.isStandIn) - Number(a.isStandIn) ||
      a.loadMs - b.loadMs ||
      (a.memberId < b.memberId ? -1 : 1),
  );
  return best?.memberId ?? '';
}

/** Adds to somebody's load what they are about to get, so that not everything goes to the same one. */
export const withLoad = (
  loads: ReadonlyMap<string, number>,
  memberId: string,
  ms: number,
): ReadonlyMap<string, number> =>
  new Map([...loads, [memberId, (loads.get(memberId) ?? 0) + ms] as const]);
