import { t } from '../i18n/text.ts';
import css from './bullet.module.css';

interface BulletProps {
  readonly label: string;
  readonly value: number;
  readonly target: number;
  /** Where the value should stand by now; a mark on the bar. */
  readonly expected?: number | undefined;
  /** Green where it is done, amber where it is behind. */
  readonly pace: 'done' | 'on' | 'behind';
  /** Words for the figures; as they are by default. */
  readonly format?: ((value: number) => string) | undefined;
}

/**
 * Output against a target (a bullet graph, Few 2006): the bar is what is done, the line at its end
 * the target, the notch the pace.
 */
export function Bullet({ label, value, target, expected, pace, format = String }: BulletProps) {
  const scaleMax = Math.max(target, value, 1e-9);
  const share = (amount: number) => `${Math.min(100, (Math.max(0, amount) / scaleMax) * 100)}%`;
  const words = {
    value: format(value),
    target: format(target),
    expected: format(expected ?? target),
  };
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={target}
      aria-valuenow={Math.min(value, target)}
      aria-valuetext={
        expected === undefined ? t('ui.bulletValue', words) : t('ui.bulletPace', words)
      }
      className={css['bullet']}
      data-pace={pace}
    >
      <div className={css['track']} />
      <div className={css['fill']} style={{ width: share(value) }} />
      {expected !== undefined && expected > 0 && expected < scaleMax && (
        <div className={css['pace']} style={{ insetInlineStart: share(expected) }} />
      )}
      {target > 0 && <div className={css['target']} style={{ insetInlineStart: share(target) }} />}
    </div>
  );
}
