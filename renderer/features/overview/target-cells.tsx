import type { OverviewLine } from '#shared/metrics/overview';
import type { OverviewFigures } from '#shared/metrics/overview-groups';
import { paceOf } from '#shared/metrics/pace';
import type { Plan } from '../../data/plan.ts';
import { formatQuantity, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Bullet } from '../../ui/bullet.tsx';
import { formatTarget, unitWords } from './figure-words.ts';
import css from './output-panel.module.css';

interface TargetCellsProps {
  readonly name: string;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly plan: Plan;
}

/**
 * A bar and its figures. Within one outcome they are in its unit, against the whole period with a
 * notch at what the hours worked so far ask for; over several outcomes they are a ratio to what is
 * asked for so far.
 */
export function TargetCells({ name, lines, figures, plan }: TargetCellsProps) {
  const label = t('overview.output.barLabel', { name });
  const { target, attainment, completed } = figures;
  const unit = unitOf(lines, plan);
  if (target && target.whole > 0 && unit !== null) {
    return (
      <>
        <td className={css['bar']}>
          <Bullet
            label={label}
            value={completed.quantity}
            target={target.whole}
            expected={target.soFar}
            pace={paceOf(completed.quantity, target.whole, target.soFar)}
            format={formatTarget}
          />
        </td>
        <td
          className={css['output']}
          data-tooltip={t('overview.output.expected', { expected: formatTarget(target.soFar) })}
        >
          {t('overview.output.ofTarget', {
            value: formatQuantity(completed.quantity),
            target: formatTarget(target.whole),
            unit,
          })}
        </td>
      </>
    );
  }
  if (attainment && unit === null) {
    return (
      <>
        <td className={css['bar']}>
          <Bullet
            label={label}
            value={attainment.ratio}
            target={1}
            expected={1}
            pace={paceOf(attainment.ratio, 1, 1)}
            format={(ratio) => formatRatio(ratio, 0)}
          />
        </td>
        <td className={css['output']}>
          {t('overview.output.ratio', { ratio: formatRatio(attainment.ratio, 0) })}
          <small className={css['count']}>
            {t('overview.output.mixed', {
              onPace: attainment.onPaceCount,
              count: attainment.targetCount,
            })}
          </small>
        </td>
      </>
    );
  }
  return (
    <>
      <td className={css['bar']}>
        <span className={css['zero']}>{t('overview.output.noTarget')}</span>
      </td>
      <td className={css['output']}>
        {unit === null ? t('overview.figures.none') : unitWords(completed.quantity, unit)}
      </td>
    </>
  );
}

/** The unit that all lines share; null where they are of several outcomes. */
function unitOf(lines: readonly OverviewLine[], plan: Plan): string | null {
  const [first] = lines;
  if (!first || lines.some((line) => line.outcomeId !== first.outcomeId)) return null;
  return plan.outcomeById.get(first.outcomeId)?.unit ?? '';
}
