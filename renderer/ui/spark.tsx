import { line } from 'd3-shape';
import css from './spark.module.css';

interface SparkProps {
  /** What the line shows and how it ends, in words: it is read out in place of the line. */
  readonly label: string;
  readonly values: readonly number[];
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
}

const INSET_PX = 2;

/** A line as small as a word (Tufte 2006), from zero, its last value marked. */
export function Spark({ label, values, widthPx = 84, heightPx = 20 }: SparkProps) {
  const max = Math.max(...values, 1e-9);
  const stepPx = (widthPx - 2 * INSET_PX) / Math.max(1, values.length - 1);
  const x = (index: number) => INSET_PX + index * stepPx;
  const y = (value: number) => heightPx - INSET_PX - (value / max) * (heightPx - 2 * INSET_PX);
  const path = line<number>()
    .x((_, index) => x(index))
    .y(y)([...values]);
  const last = values.at(-1);
  return (
    <svg role="img" aria-label={label} width={widthPx} height={heightPx} className={css['spark']}>
      {path !== null && <path d={path} className={css['line']} />}
      {last !== undefined && (
        <circle cx={x(values.length - 1)} cy={y(last)} r={2} className={css['last']} />
      )}
    </svg>
  );
}
