import type { SopVersion } from '#shared/sops/sop';
import { useLive } from '../../../data/live.ts';
import { sopVersion } from '../../../data/sops.ts';
import { usePlan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';

/** What SOP versions are called: `v3 · Upload a product`. Undefined of those that are not here. */
export function useVersionNames(
  sopOf: ReadonlyMap<string, string> | undefined,
): (versionId: string) => string | undefined {
  const plan = usePlan();
  const ids = [...(sopOf?.keys() ?? [])];
  const versions = useLive(async () => await versionsById(ids), [ids.join()]);
  return (versionId) => {
    const title = plan?.sopById.get(sopOf?.get(versionId) ?? '')?.title;
    const number = versions?.get(versionId)?.number;
    if (title === undefined) return undefined;
    return number === undefined ? title : t('insightsFlow.changes.version', { title, number });
  };
}

async function versionsById(ids: readonly string[]): Promise<ReadonlyMap<string, SopVersion>> {
  const versions = await Promise.all(ids.map(async (id) => await sopVersion(id)));
  return new Map(versions.flatMap((version) => (version ? [[version.id, version] as const] : [])));
}
