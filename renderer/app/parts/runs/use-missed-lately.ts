import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { useLive } from '../../../data/live.ts';
import type { RunEntry } from '../../../data/runs.ts';
import { missedRuns } from '../../../data/runs.ts';

const DAYS_BACK = 6;

/** What schedules asked a member for in the seven days up to `day` and nobody began in time, latest first. */
export const useMissedLately = (memberId: string, day: DayKey): readonly RunEntry[] =>
  useLive(() => missedRuns(memberId, addDays(day, -DAYS_BACK)), [memberId, day]) ?? [];
