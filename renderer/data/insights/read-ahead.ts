import { addDays, dayIn } from '#shared/day';
import { currentProjection } from '../current.ts';
import { sumsStore } from './sums-store.ts';

/** As far as people look back mostly: two years and the quarter that is compared with. */
const DAYS_BACK = 2 * 366 + 92;

/** Has the sums of the last years at hand before they are asked for. */
export async function readFiguresAhead(nowMs: number): Promise<void> {
  const today = dayIn('UTC', nowMs);
  await sumsStore(currentProjection()).of(addDays(today, -DAYS_BACK), addDays(today, 1));
}
