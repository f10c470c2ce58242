export const CONFIDENCES = [0.9, 0.95, 0.99] as const;
/** How often an interval made this way holds the true share, 0–1. */
export type Confidence = (typeof CONFIDENCES)[number];

export const USUAL_CONFIDENCE: Confidence = 0.95;

/** Two-sided quantiles of the standard normal distribution. */
const Z: Readonly<Record<Confidence, number>> = { 0.9: 1.644854, 0.95: 1.959964, 0.99: 2.575829 };

export const zOf = (confidence: Confidence): number => Z[confidence];

/** The known one that is nearest: a stored figure may be of a newer program. */
export const confidenceNear = (ratio: number): Confidence =>
  CONFIDENCES.reduce<Confidence>(
    (best, each) => (Math.abs(each - ratio) < Math.abs(best - ratio) ? each : best),
    USUAL_CONFIDENCE,
  );
