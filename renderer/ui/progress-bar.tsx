import css from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  /** Null while the end is not known. */
  readonly max: number | null;
  readonly isLabelHidden?: boolean | undefined;
}

export function ProgressBar({ label, value, max, isLabelHidden = false }: ProgressBarProps) {
  const ratio = max === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  return (
    <div className={css['progress']}>
      {!isLabelHidden && <span className={css['label']}>{label}</span>}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max ?? undefined}
        aria-valuenow={ratio === null ? undefined : Math.min(value, max ?? value)}
        className={css['track']}
      >
        <div
          className={ratio === null ? css['unknown'] : css['fill']}
          style={ratio === null ? undefined : { scale: `${ratio} 1` }}
        />
      </div>
    </div>
  );
}
