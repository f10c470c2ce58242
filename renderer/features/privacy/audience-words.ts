import type { Audience } from '#shared/stream/change';
import { t } from '../../i18n/text.ts';

/** Who can read what is written for an audience. */
export function audienceWords(audience: Audience): string {
  if (audience === 'team') return t('privacy.audiences.team');
  return audience === 'managers' ? t('privacy.audiences.managers') : t('privacy.audiences.member');
}
