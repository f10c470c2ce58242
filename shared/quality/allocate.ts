/**
 * How many of `size` are drawn from each group: in proportion to what there is, by largest remainder (ties
 * go to the earlier group), and one at least of each that has any. Adds up to `size`, or to one of each
 * group where that is more; never above what a group has.
 */
export function allocate(populationCounts: readonly number[], size: number): readonly number[] {
  const shares = populationCounts.map(() => 0);
  let open = populationCounts.flatMap((count, at) => (count > 0 ? [{ at, count }] : []));
  let rest = Math.min(size, sumOf(open));
  for (;;) {
    const perOne = rest / sumOf(open);
    const small = open.filter(({ count }) => count * perOne < 1);
    if (small.length === 0) break;
    for (const { at } of small) shares[at] = 1;
    open = open.filter(({ count }) => count * perOne >= 1);
    rest -= small.length;
  }
  const quotas = open.map(({ at, count }) => ({ at, quota: (rest * count) / sumOf(open) }));
  for (const { at, quota } of quotas) shares[at] = Math.floor(quota);
  const left = rest - quotas.reduce((sum, { quota }) => sum + Math.floor(quota), 0);
  const byRemainder = quotas.toSorted((a, b) => (b.quota % 1) - (a.quota % 1) || a.at - b.at);
  for (const { at, quota } of byRemainder.slice(0, Math.max(0, left))) {
    shares[at] = Math.floor(quota) + 1;
  }
  return shares;
}

const sumOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);
