import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { formatDay } from '../../../i18n/format.ts';
import { dayIn } from '#shared/day';
import { t } from '../../../i18n/text.ts';

export const memberName = (plan: Plan, memberId: string): string =>
  plan.memberById.get(memberId)?.name ?? t('sopVersions.list.unknown');

/** `Ana Reyes, Ben Cruz`: each once. */
export const creditNames = (plan: Plan, { credits }: Pick<SopVersion, 'credits'>): string =>
  [...new Set(credits.map(({ memberId }) => memberName(plan, memberId)))].join(', ');

/** `Version 3, 4 Nov 2026` */
export const versionName = ({ number, publishedAtMs }: SopVersion, zone: string): string =>
  publishedAtMs === 0
    ? t('sopVersions.compare.version', { number })
    : t('sopVersions.compare.versionDated', {
        number,
        day: formatDay(dayIn(zone, publishedAtMs), 'dated'),
      });
