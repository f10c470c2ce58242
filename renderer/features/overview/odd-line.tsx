import { TriangleAlert } from 'lucide-react';
import type { DayKey } from '#shared/day';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { wildDays } from './odd-counts.ts';
import type { OddCounts } from './odd-counts.ts';
import css from './odd-line.module.css';

interface OddLineProps {
  readonly odd: OddCounts;
  readonly period: DrillPeriod;
  readonly today: DayKey;
}

/** How many entries are left out of the figures above, each number the way to them; nothing where none is. */
export function OddLine({ odd: { count, earlyCount, aheadCount }, period, today }: OddLineProps) {
  if (count + earlyCount + aheadCount === 0) return null;
  const { early, ahead } = wildDays(today);
  const isAll = period.kind === 'all';
  return (
    <p className={css['line']}>
      <TriangleAlert className={css['icon']} size={14} strokeWidth={1.75} aria-hidden />
      {isAll ? (
        <Part
          text={t('overview.odd.count', { count: count + earlyCount + aheadCount })}
          onShow={() => show(period.range, 'all')}
        />
      ) : (
        <>
          {count > 0 && (
            <Part
              text={t('overview.odd.count', { count })}
              onShow={() => drillDown(period, { stage: 'completed', isOdd: true })}
            />
          )}
          {aheadCount > 0 && (
            <Part
              text={t('overview.odd.ahead', { count: aheadCount })}
              onShow={() => show(ahead)}
            />
          )}
          {earlyCount > 0 && (
            <Part
              text={t('overview.odd.early', { count: earlyCount })}
              onShow={() => show(early)}
            />
          )}
        </>
      )}
    </p>
  );
}

function Part({ text, onShow }: { readonly text: string; readonly onShow: () => void }) {
  return (
    <Button size="sm" variant="quiet" data-tooltip={t('overview.odd.definition')} onClick={onShow}>
      {text}
    </Button>
  );
}

const show = (range: DayRange, kind: PeriodKind = 'custom'): void =>
  drillDown({ kind, range, daysBy: 'member' }, { stage: 'completed', isOdd: true });
