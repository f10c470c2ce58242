import type { SopVersion } from '#shared/sops/sop';
import { sopVersionFrom } from '#shared/sops/sop';
import { currentProjection } from './current.ts';
import { recordKey } from './record-key.ts';

/** A published version by its id (`versionId(sopId, number)`). */
export async function sopVersion(id: string): Promise<SopVersion | undefined> {
  const row = await currentProjection().sopVersions.get(recordKey('team', 'sopVersion', id));
  return row && sopVersionFrom(row);
}

/** Every published version of an SOP, newest first. */
export async function versionsOf(sopId: string): Promise<SopVersion[]> {
  const rows = await currentProjection().sopVersions.where('sopId').equals(sopId).toArray();
  return rows.map(sopVersionFrom).toSorted((a, b) => b.number - a.number);
}

/** The newest published version of each SOP. */
export async function latestVersions(): Promise<SopVersion[]> {
  const latest = new Map<string, SopVersion>();
  await currentProjection().sopVersions.each((row) => {
    const version = sopVersionFrom(row);
    if (version.number > (latest.get(version.sopId)?.number ?? 0)) {
      latest.set(version.sopId, version);
    }
  });
  return [...latest.values()];
}
