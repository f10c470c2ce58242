import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

interface Warning {
  readonly title: string;
  readonly text: string;
}

/** What has not been heard of longer than this is worth a word: a day's log travels every quarter of an hour. */
const FRESH_MS = 60 * 60_000;

/** What of the member's log may be missing, in plain words; none where all of it is here and fresh. */
export function logWarnings(
  { logs, member }: HandOverFacts,
  nowMs: number,
  at: (ms: number) => string,
): readonly Warning[] {
  const { name } = member;
  return logs.flatMap(({ device, heardAtMs, missingCount }): Warning[] => {
    const warnings: Warning[] = [];
    if (heardAtMs === null) {
      warnings.push({
        title: t('handover.log.never', { name }),
        text: t('handover.log.neverText'),
      });
    } else if (nowMs - heardAtMs > FRESH_MS) {
      warnings.push({
        title: t('handover.log.heard', {
          name,
          device: device || t('handover.log.device'),
          ago: formatAgo(heardAtMs, nowMs),
        }),
        text: t('handover.log.heardText', { when: at(heardAtMs) }),
      });
    }
    if (missingCount > 0) {
      warnings.push({
        title: t('handover.log.missing', { name, count: missingCount }),
        text: t('handover.log.missingText'),
      });
    }
    return warnings;
  });
}
