import type { Audience } from '#shared/stream/change';
import { audienceMember } from '#shared/stream/change';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** Who can read what is written for an audience; by name, where the plan has it. */
export function audienceWords(audience: Audience, plan: Plan | undefined): string {
  if (audience === 'team') return t('privacy.audiences.team');
  if (audience === 'managers') return t('privacy.audiences.managers');
  const name = plan?.memberById.get(audienceMember(audience) ?? '')?.name;
  return name ? t('privacy.audiences.named', { name }) : t('privacy.audiences.member');
}
