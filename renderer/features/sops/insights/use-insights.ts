import type { SopVersion } from '#shared/sops/sop';
import { useLive } from '../../../data/live.ts';
import type { SopInsights } from './read-insights.ts';
import { readInsights } from './read-insights.ts';

/** An SOP's figures, live; undefined until they are there. */
export const useInsights = (
  sopId: string,
  versions: readonly SopVersion[],
): SopInsights | undefined =>
  useLive(() => readInsights(sopId, versions), [sopId, versions.map(({ id }) => id).join(' ')]);
