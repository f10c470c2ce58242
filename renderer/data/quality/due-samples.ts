import type { DayKey } from '#shared/day';
import type { DueSample } from '#shared/quality/due-samples';
import { dueSamples } from '#shared/quality/due-samples';
import { useLive } from '../live.ts';
import { findEntries } from '../deliverables.ts';
import type { Plan } from '../plan.ts';
import { qualitySamples } from './samples.ts';

/** A sample that is due, and how much there is to draw it from. */
export interface DueSampleNow extends DueSample {
  readonly populationCount: number;
}

/** Samples that measures ask for and nobody has drawn, of periods in which anything was completed; live. */
export const useDueSamples = (plan: Plan, today: DayKey): readonly DueSampleNow[] | undefined =>
  useLive(async () => await readDueSamples(plan, today), [plan.outcomes, today]);

async function readDueSamples({ outcomes }: Plan, today: DayKey): Promise<readonly DueSampleNow[]> {
  const due = dueSamples(outcomes, await qualitySamples(), today);
  const counted = await Promise.all(
    due.map(async (each) => {
      const { total } = await findEntries({ outcomeIds: [each.outcomeId], ...each.range }, 0);
      return { ...each, populationCount: total };
    }),
  );
  return counted.filter(({ populationCount }) => populationCount > 0);
}
