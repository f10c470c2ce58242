import type { MeasureKind } from '#shared/plan/outcome';

/** Whether a measure adds up over days, so that its target depends on how many they are. */
export const isSum = (kind: MeasureKind): boolean =>
  kind === 'quantity' || kind === 'value' || kind === 'cost';
