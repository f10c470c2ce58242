import { PlugZap, WifiOff } from 'lucide-react';
import type { OutageStanding } from '#shared/outages/excused-time';
import { standingOfOutage } from '#shared/outages/excused-time';
import type { Outage } from '#shared/outages/outage';
import type { Member } from '#shared/plan/member';
import { formatDuration, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { seenText, spanText } from './outage-words.ts';
import css from './outages.module.css';
import type { LedgerLine } from './use-outage-ledger.ts';

interface OutageRowProps {
  readonly line: LedgerLine;
  readonly member: Member;
  /** Absent for whoever may only look. */
  readonly onExplain: ((outage: Outage) => void) | undefined;
}

const TONES: Readonly<Record<OutageStanding, Tone>> = {
  counted: 'neutral',
  lasting: 'warn',
  asked: 'warn',
  dismissed: 'neutral',
  tooLong: 'neutral',
};

/** One outage: when and how long, how it is known of, what the member says, and whether it counts. */
export function OutageRow({ line, member, onExplain }: OutageRowProps) {
  const { outage, lengthMs, workMs } = line;
  const standing = standingOfOutage(outage);
  const when = spanText(outage, member.timeZone);
  const Icon = outage.kind === 'power' ? PlugZap : WifiOff;
  const said = [outage.reason && t(`outages.reason.${outage.reason}`), outage.note];
  return (
    <li className={css['row']} data-standing={standing}>
      <Icon
        size={15}
        strokeWidth={1.75}
        className={css['icon']}
        aria-label={t(`outages.kind.${outage.kind}`)}
      />
      <span className={css['what']}>
        <span className={css['when']}>
          {when}
          <span className={css['hint']}>
            {t('outages.lengths', {
              length: formatDuration(lengthMs),
              work: formatWorkTime(workMs),
            })}
          </span>
        </span>
        <span className={css['hint']}>
          {[seenText(outage, onExplain ? undefined : member.name), ...said]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span data-tooltip={t(`outages.standingHint.${standing}`)}>
        <Badge tone={TONES[standing]}>{t(`outages.standing.${standing}`)}</Badge>
      </span>
      {onExplain && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('outages.explainOne', { when })}
          onClick={() => onExplain(outage)}
        >
          {t('outages.explain')}
        </Button>
      )}
    </li>
  );
}
