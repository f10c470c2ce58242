import type { RecordState } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import { recordKey } from './record-key.ts';
import { useLive } from './live.ts';

/** A record of the plan as it is stored, in its own words and with all translations; null where it is gone. */
export const usePlanRecord = (type: string, id: string): RecordState | null | undefined =>
  useLive(
    async () => (await currentProjection().plan.get(recordKey('team', type, id))) ?? null,
    [type, id],
  );
