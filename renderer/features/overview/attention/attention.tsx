import { useState } from 'react';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { instantOfLocal, localMidnightMs } from '#shared/worktime/zone-offset';
import { AskedDialogs } from '../../../app/parts/asked-of-you/asked-dialogs.tsx';
import type { Looked } from '../../../app/parts/asked-of-you/asked-dialogs.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import '../../../i18n/view-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Names } from '../output-names.ts';
import { mostPressing } from './attention-item.ts';
import css from './attention.module.css';
import { ItemRow } from './item-row.tsx';
import { useAttention } from './use-attention.ts';
import type { AttentionInput } from './use-attention.ts';
import { usePutOff } from './use-put-off.ts';

/** So many are read at a glance, and of each kind so many. */
const FIRST_COUNT = 6;
const OF_ONE_KIND = 3;

interface AttentionProps extends Omit<AttentionInput, 'memberId'> {
  /** Who looks. */
  readonly member: Member;
  readonly names: Names;
}

/** What needs the manager now, each with what to do about it beside it; nothing where nothing does. */
export function Attention({ member, names, ...input }: AttentionProps) {
  const { plan, today, nowMs, facts } = input;
  const items = useAttention({ ...input, memberId: member.id });
  const { isPutOff, putOff, bringAllBack } = usePutOff(nowMs);
  const [isWhole, setIsWhole] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const standing = items?.filter(({ key }) => !isPutOff(key)) ?? [];
  const putOffCount = (items?.length ?? 0) - standing.length;
  const shown = isWhole ? standing : mostPressing(standing, FIRST_COUNT, OF_ONE_KIND);
  const { timeZone } = member;
  const tomorrowMs = instantOfLocal(timeZone, localMidnightMs(addDays(today, 1)));

  return (
    <>
      {items && (standing.length + putOffCount > 0 || facts.hasHistory) && (
        <Panel
          title={t('attention.title')}
          note={standing.length > 0 ? formatNumber(standing.length) : undefined}
        >
          {standing.length === 0 && <p className={css['clear']}>{t('attention.clear')}</p>}
          <ul className={css['list']}>
            {shown.map((item) => (
              <ItemRow
                key={item.key}
                item={item}
                plan={plan}
                names={names}
                zone={timeZone}
                today={today}
                nowMs={nowMs}
                onPutOff={() => putOff(item.key, tomorrowMs)}
                onLook={setLooked}
              />
            ))}
          </ul>
          <Footer
            allCount={standing.length}
            isLong={standing.length > FIRST_COUNT}
            isWhole={isWhole}
            putOffCount={putOffCount}
            onWhole={setIsWhole}
            onBringBack={bringAllBack}
          />
        </Panel>
      )}
      <AskedDialogs plan={plan} member={member} looked={looked} onClose={() => setLooked(null)} />
    </>
  );
}

interface FooterProps {
  readonly allCount: number;
  readonly isLong: boolean;
  readonly isWhole: boolean;
  readonly putOffCount: number;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onBringBack: () => void;
}

function Footer({ allCount, isLong, isWhole, putOffCount, onWhole, onBringBack }: FooterProps) {
  if (!isLong && putOffCount === 0) return null;
  return (
    <div className={css['footer']}>
      {isLong && (
        <Button size="sm" variant="quiet" onClick={() => onWhole(!isWhole)}>
          {isWhole ? t('attention.showLess') : t('attention.showAll', { count: allCount })}
        </Button>
      )}
      {putOffCount > 0 && (
        <span className={css['putOff']}>
          {t('attention.putOffCount', { count: putOffCount })}
          <Button size="sm" variant="quiet" onClick={onBringBack}>
            {t('attention.bringBack')}
          </Button>
        </span>
      )}
    </div>
  );
}
