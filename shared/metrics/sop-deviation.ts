import type { StepFigures, StepShare } from './sop-steps.ts';

/** A step that takes longer than its expected time says. */
export interface LateStep {
  readonly figures: StepFigures;
  /** Median time ÷ expected time. */
  readonly ratio: number;
}

/** Where runs leave the procedure, the most certain first. */
export interface Deviation {
  readonly skipped: readonly StepFigures[];
  readonly off: readonly StepFigures[];
  readonly late: readonly LateStep[];
}

/** With fewer times than these, how long a step takes is not held against what was expected. */
const LEAST_TIMES = 5;

const MINUTE_MS = 60_000;

/**
 * The steps that are most skipped and most answered off, by the lower end of their interval, so that one
 * skip in one run does not stand before forty in fifty; and those of which the median time is above the
 * expected one, the furthest first. Steps with nothing to say are left out.
 */
export function deviationOf(steps: readonly StepFigures[]): Deviation {
  return {
    skipped: mostOf(steps, ({ skipped }) => skipped),
    off: mostOf(steps, ({ off }) => off),
    late: steps.flatMap((figures) => lateStep(figures) ?? []).toSorted((a, b) => b.ratio - a.ratio),
  };
}

function mostOf(
  steps: readonly StepFigures[],
  shareOf: (figures: StepFigures) => StepShare,
): readonly StepFigures[] {
  const lowOf = (figures: StepFigures): number => shareOf(figures).share?.lowRatio ?? 0;
  return steps
    .filter((figures) => shareOf(figures).runs.length > 0)
    .toSorted((a, b) => lowOf(b) - lowOf(a));
}

function lateStep(figures: StepFigures): LateStep | null {
  const { time, step } = figures;
  if (!time || time.count < LEAST_TIMES || !step.expectedMinutes) return null;
  const ratio = time.value / (step.expectedMinutes * MINUTE_MS);
  return ratio > 1 ? { figures, ratio } : null;
}
