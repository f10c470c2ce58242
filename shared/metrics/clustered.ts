import type { Proportion } from './wilson.ts';
import { proportionOf } from './wilson.ts';

/** Units that were made together, such as those of one run: how many, and how many of them are hits. */
export interface Cluster {
  readonly hits: number;
  readonly units: number;
}

/**
 * The share of hits among units that come in clusters, with its Wilson interval. Units of one cluster are
 * like each other, so they say less than as many single ones: hits and units are divided by the design
 * effect before the interval is taken (Rao JNK, Scott AJ 1992, "A simple method for the analysis of
 * clustered binary data", Biometrics 48:577–585). `count` is the units themselves. Null of no units. 95% unless `z` says otherwise.
 */
export function clusteredProportion(clusters: readonly Cluster[], z?: number): Proportion | null {
  const used = clusters.filter(({ units }) => units > 0);
  const units = used.reduce((sum, cluster) => sum + cluster.units, 0);
  const hits = used.reduce((sum, cluster) => sum + cluster.hits, 0);
  const effect = designEffect(used, hits / units, units);
  const proportion = proportionOf(hits / effect, units / effect, z);
  return proportion && { ...proportion, count: units };
}

/** How much wider than among single units the share scatters; never below 1, and 1 where nothing shows it. */
function designEffect(clusters: readonly Cluster[], ratio: number, units: number): number {
  const binomial = (ratio * (1 - ratio)) / units;
  if (clusters.length < 2 || !(binomial > 0)) return 1;
  const squares = clusters.reduce(
    (sum, { hits, units: own }) => sum + (hits - ratio * own) ** 2,
    0,
  );
  const variance = (clusters.length / (clusters.length - 1)) * (squares / units ** 2);
  return Math.max(1, variance / binomial);
}
