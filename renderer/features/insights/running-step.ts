import type { DayKey } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';

/** The place of the period that holds today; undefined where all are over, or not begun. */
export function runningStep(shown: readonly DayRange[], today: DayKey): number | undefined {
  const at = shown.findIndex(({ fromDay, toDay }) => fromDay <= today && today <= toDay);
  return at < 0 ? undefined : at;
}
