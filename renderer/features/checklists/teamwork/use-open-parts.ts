import type { Run } from '#shared/sops/run';
import { useLive } from '../../../data/live.ts';
import { openChildren } from '../../../services/nested-runs.ts';

/** The runs that go on for steps of a run; none until they have been read. */
export const useOpenParts = (run: Run): readonly Run[] =>
  useLive(() => openChildren(run), [run.memberId, run.id]) ?? [];
