import type { SopVersion } from '#shared/sops/sop';
import { versionsFrom } from '#shared/sops/versions';
import { currentProjection } from './current.ts';
import { recordKey } from './record-key.ts';
import type { SopVersionRow } from './stored.ts';

/** A published version by its id; undefined while pieces of it are on their way. */
export async function sopVersion(id: string): Promise<SopVersion | undefined> {
  const row = await currentProjection().sopVersions.get(recordKey('team', 'sopVersion', id));
  return row && (await versionsOf(row.sopId)).find((version) => version.id === id);
}

/** Every published version of an SOP, newest first. */
export async function versionsOf(sopId: string): Promise<readonly SopVersion[]> {
  return versionsFrom(await currentProjection().sopVersions.where('sopId').equals(sopId).toArray());
}

/** The newest published version of each SOP. */
export async function latestVersions(): Promise<SopVersion[]> {
  return [...(await versionsBySop()).values()].flatMap((versions) => versions[0] ?? []);
}

/** The versions of each SOP that has any, newest first. */
export async function versionsBySop(): Promise<ReadonlyMap<string, readonly SopVersion[]>> {
  const rows = new Map<string, SopVersionRow[]>();
  await currentProjection().sopVersions.each((row) => {
    const own = rows.get(row.sopId);
    if (own) own.push(row);
    else rows.set(row.sopId, [row]);
  });
  return new Map([...rows].map(([sopId, own]) => [sopId, versionsFrom(own)]));
}
