import type { Progress } from '#shared/metrics/key-result-progress';
import type { StrategyPace } from '#shared/metrics/quarter-pace';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Bullet } from '../../ui/bullet.tsx';
import css from './progress-cell.module.css';

interface ProgressCellProps {
  readonly name: string;
  readonly progress: Progress;
}

/** The share of the way as a bar with its pace mark, and in figures; what is unknown says so. */
export function ProgressCell({ name, progress }: ProgressCellProps) {
  const { ratio, expectedRatio, pace, measuredCount, totalCount } = progress;
  const counts = t('strategy.measured', { count: measuredCount, total: totalCount });
  if (ratio === null) {
    return (
      <span className={css['unknown']}>{totalCount > 1 ? counts : t('strategy.notMeasured')}</span>
    );
  }
  return (
    <div className={css['progress']}>
      <Bullet
        label={t('strategy.progressOf', { name })}
        value={ratio}
        target={1}
        expected={expectedRatio ?? undefined}
        pace={pace === null ? 'on' : BAR_PACES[pace]}
        format={(value) => formatRatio(value, 0)}
      />
      <span className={css['figure']}>{formatRatio(ratio, 0)}</span>
      {measuredCount < totalCount && <span className={css['counts']}>{counts}</span>}
    </div>
  );
}

const BAR_PACES = {
  reached: 'done',
  onTrack: 'on',
  behind: 'behind',
  atRisk: 'behind',
} as const satisfies Record<StrategyPace, string>;
