import { useMemo } from 'react';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { memberAudience } from '#shared/stream/change';
import type { QualityCheck, Verdict } from '#shared/quality/quality-check';
import type { DrawnUnit, QualitySample } from '#shared/quality/quality-sample';
import { drawnUnits } from '#shared/quality/quality-sample';
import type { SampleAccuracy } from '#shared/quality/sampled-accuracy';
import { accuracyOfSample } from '#shared/quality/sampled-accuracy';
import { linkedDeliverables, refKey } from '../../data/linked-deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { checksOfSample } from '../../data/quality/samples.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';

/** Its verdict; else `open`, or `missing` where it is not here any more. */
export type DrawnState = Verdict | 'open' | 'missing';

/** One drawn deliverable as the review shows it. */
export interface DrawnItem extends DrawnUnit {
  readonly work: Deliverable | null;
  readonly check: QualityCheck | null;
  readonly state: DrawnState;
  readonly title: string;
}

/** What is open again cannot be accepted: nothing finished is there to look at. */
export const canAccept = ({ work }: DrawnItem): boolean =>
  work !== null && work.completedAtMs !== null;

export interface Review {
  /** In the order of the draw. */
  readonly items: readonly DrawnItem[];
  readonly accuracy: SampleAccuracy;
}

/** A sample with everything that was drawn and said, live; undefined until it is read. */
export function useReview(plan: Plan, sample: QualitySample): Review | undefined {
  const units = useMemo(() => drawnUnits(sample), [sample]);
  const checks = useLive(async () => await checksOfSample(sample.id), [sample.id]);
  const works = useLive(async () => await linkedDeliverables(units.map(refOf)), [units]);
  return useMemo(() => {
    if (!checks || !works) return undefined;
    const byDeliverable = new Map(checks.map((check) => [check.deliverableId, check]));
    const items = units.map((unit): DrawnItem => {
      const work = standing(works.get(refKey(refOf(unit))));
      const check = byDeliverable.get(unit.deliverableId) ?? null;
      const state = check?.verdict ?? (work ? 'open' : 'missing');
      return { ...unit, work, check, state, title: titleOf(plan, work, check) };
    });
    return { items, accuracy: accuracyOfSample(sample, checks) };
  }, [plan, sample, units, checks, works]);
}

const refOf = ({ memberId, deliverableId }: DrawnUnit) => ({
  audience: memberAudience(memberId),
  id: deliverableId,
});

const standing = (work: Deliverable | undefined): Deliverable | null =>
  work && !work.isDeleted && !work.isMoved ? work : null;

function titleOf(plan: Plan, work: Deliverable | null, check: QualityCheck | null): string {
  if (!work) return check?.title ?? '';
  return workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items'));
}
