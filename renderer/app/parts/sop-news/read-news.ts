import type { DayKey } from '#shared/day';
import type { SopNews } from '#shared/sops/news';
import { newsOf } from '#shared/sops/news';
import type { SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { acknowledgements } from '../../../data/about-sops.ts';
import { runsOfSop } from '../../../data/runs.ts';
import { versionsBySop, versionsOf } from '../../../data/sops.ts';

/** What is new to a member in one SOP, on a day of theirs; null where nothing is. */
export async function readSopNews(
  sopId: string,
  memberId: string,
  day: DayKey,
): Promise<SopNews | null> {
  return await newsIn(await versionsOf(sopId), memberId, day);
}

/** The same for every SOP of which something is new to them, latest publication first. */
export async function readAllNews(
  sopIds: readonly string[],
  memberId: string,
  day: DayKey,
): Promise<readonly SopNews[]> {
  const versions = await versionsBySop();
  const news = await Promise.all(
    sopIds.map(async (sopId) => await newsIn(versions.get(sopId) ?? [], memberId, day)),
  );
  return news
    .flatMap((each) => each ?? [])
    .toSorted((a, b) => b.to.publishedAtMs - a.to.publishedAtMs);
}

async function newsIn(
  versions: readonly SopVersion[],
  memberId: string,
  day: DayKey,
): Promise<SopNews | null> {
  const inForce = versionInForce(versions, day);
  // A first version is news to nobody: whose runs they are need not be looked up.
  if (!inForce || inForce.id === versions.at(-1)?.id) return null;
  return newsOf(versions, inForce, await knownVersions(inForce.sopId, memberId));
}

/** The versions of an SOP that a member has run, or said to have read. */
async function knownVersions(sopId: string, memberId: string): Promise<ReadonlySet<string>> {
  const [runs, read] = await Promise.all([runsOfSop(sopId), acknowledgements(sopId)]);
  return new Set([
    ...runs
      .filter((run) => run.memberId === memberId && run.startedAtMs > 0)
      .map(({ versionId }) => versionId),
    ...read.filter((each) => each.memberId === memberId).map(({ versionId }) => versionId),
  ]);
}
