import type { Stage } from '#shared/deliverables/deliverable';
import { t } from '../../i18n/text.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';

const STAGE_TONES: Readonly<Record<Stage, Tone>> = {
  requested: 'neutral',
  started: 'accent',
  blocked: 'bad',
  completed: 'neutral',
  accepted: 'good',
  returned: 'warn',
};

/** Where a piece of work stands, in a word. */
export const StageBadge = ({ stage }: { readonly stage: Stage }) => (
  <Badge tone={STAGE_TONES[stage]}>{t(`log.stage.${stage}`)}</Badge>
);
