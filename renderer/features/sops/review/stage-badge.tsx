import type { SopStage } from '#shared/sops/review';
import { isReviewOf } from '#shared/sops/review';
import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { managerIds } from '../../../services/managers.ts';
import { useSession } from '../../../state/session.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';

const TONES: Readonly<Record<SopStage, Tone>> = {
  draft: 'neutral',
  published: 'good',
  changed: 'warn',
  inReview: 'neutral',
  sentBack: 'warn',
};

interface StageBadgeProps {
  readonly plan: Plan;
  readonly sop: Sop;
  readonly stage: SopStage;
  /** Of the newest version, where there is one. */
  readonly number?: number | undefined;
}

/** Where a draft stands; one that waits for whoever looks says so. */
export function SopStageBadge({ plan, sop, stage, number }: StageBadgeProps) {
  const memberId = useSession((session) => session.memberId);
  const isYours =
    stage === 'inReview' &&
    sop.review !== null &&
    isReviewOf(sop.review, memberId, managerIds(plan));
  return (
    <Badge tone={isYours ? 'accent' : TONES[stage]}>
      {number !== undefined && `${t('sops.versionNumber', { number })} · `}
      {t(`sopVersions.stage.${isYours ? 'yours' : stage}`)}
    </Badge>
  );
}
