import { formatDuration, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { MergeProgress } from '../../state/session.ts';

/** How fast reading is and when it will be done; empty until that is known. */
export const paceText = ({ perSecond, leftMs }: MergeProgress): string =>
  perSecond === null || leftMs === null
    ? ''
    : t('app.merge.pace', {
        rate: formatNumber(Math.round(perSecond), 0),
        left: formatDuration(leftMs),
      });
