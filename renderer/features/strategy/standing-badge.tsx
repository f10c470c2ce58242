import type { IntentStatus } from '#shared/plan/intent';
import type { StrategyPace } from '#shared/metrics/quarter-pace';
import { t } from '../../i18n/text.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';

interface StandingBadgeProps {
  readonly status: IntentStatus;
  readonly pace: StrategyPace | null;
}

/** How something stands in one word: its pace while it is worked on, else what was decided about it. */
export function StandingBadge({ status, pace }: StandingBadgeProps) {
  if (status === 'active' && pace !== null) {
    return <Badge tone={PACE_TONES[pace]}>{t(`strategy.pace.${pace}`)}</Badge>;
  }
  return <Badge tone={STATUS_TONES[status]}>{t(`strategy.status.${status}`)}</Badge>;
}

const PACE_TONES: Readonly<Record<StrategyPace, Tone>> = {
  reached: 'good',
  onTrack: 'accent',
  behind: 'warn',
  atRisk: 'bad',
};

const STATUS_TONES: Readonly<Record<IntentStatus, Tone>> = {
  planned: 'neutral',
  active: 'neutral',
  done: 'good',
  dropped: 'neutral',
};
