import type { Effect, VersionFigures } from '#shared/metrics/sop-effect';
import { effectsBetween, versionFigures } from '#shared/metrics/sop-effect';
import type { RunFacts } from '#shared/metrics/sop-runs';
import type { Strangers } from '#shared/metrics/sop-strangers';
import { StepTally } from '#shared/metrics/sop-steps';
import type { StepFigures } from '#shared/metrics/sop-steps';
import { strangersOf } from '#shared/metrics/sop-strangers';
import type { SopVersion } from '#shared/sops/sop';
import { inSlices } from '../../../data/in-slices.ts';
import { sopFacts } from '../../../data/sop-facts.ts';

/** What one version's runs say, and what came with it. */
export interface VersionInsight {
  readonly version: SopVersion;
  readonly figures: VersionFigures;
  readonly steps: readonly StepFigures[];
  /** Against the latest version before it that was run; empty for the first. */
  readonly effects: readonly Effect[];
  readonly before: SopVersion | null;
}

export interface SopInsights {
  readonly facts: readonly RunFacts[];
  /** Newest first; versions that nobody ran are left out. */
  readonly versions: readonly VersionInsight[];
  readonly strangers: Strangers;
}

/** Reads every run of an SOP and reckons, a slice at a time, what they say of each version. */
export async function readInsights(
  sopId: string,
  versions: readonly SopVersion[],
): Promise<SopInsights> {
  const facts = await sopFacts(sopId, versions);
  const tallies = new Map(versions.map((version) => [version.id, new StepTally(version)]));
  await inSlices(facts, (each) => tallies.get(each.run.versionId)?.add(each));
  const insights: VersionInsight[] = [];
  await inSlices(versions.toReversed(), (version) => {
    const figures = versionFigures(version, facts);
    if (figures.finished.length + figures.abandoned.length + figures.openCount === 0) return;
    const previous = insights.at(-1);
    insights.push({
      version,
      figures,
      steps: tallies.get(version.id)?.figures() ?? [],
      effects: previous ? effectsBetween(previous.figures, figures) : [],
      before: previous?.version ?? null,
    });
  });
  return { facts, versions: insights.toReversed(), strangers: strangersOf(facts) };
}
