import { daysBetween } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { DayRange } from './period.ts';

/** How something stands against the time that has gone by: reached, or how far it is behind. */
export type StrategyPace = 'reached' | 'onTrack' | 'behind' | 'atRisk';

/** Progress that lags the days gone by less than this is an ordinary week. */
const BEHIND_FROM = 0.1;
/** From here on it takes more than working as before to get there. */
const AT_RISK_FROM = 0.3;

/** Sums of fractions that differ by less are the same. */
const TOLERANCE = 1e-9;

/**
 * The share of a range of days that lies behind when `today` begins, 0–1. Calendar days: one number for
 * people whose working days differ, and nobody is behind on the first morning.
 */
export function elapsedRatio({ fromDay, toDay }: DayRange, today: DayKey): number {
  const wholeDays = daysBetween(fromDay, toDay) + 1;
  if (wholeDays <= 0) return today > toDay ? 1 : 0;
  return Math.min(1, Math.max(0, daysBetween(fromDay, today) / wholeDays));
}

/** Both are shares of the way, 0–1. Null before any time has gone by: nobody can be on track yet. */
export function paceAgainst(ratio: number, expectedRatio: number): StrategyPace | null {
  if (ratio >= 1 - TOLERANCE) return 'reached';
  if (expectedRatio <= 0) return null;
  const lag = expectedRatio - ratio + TOLERANCE;
  if (lag < BEHIND_FROM) return 'onTrack';
  return lag < AT_RISK_FROM ? 'behind' : 'atRisk';
}
