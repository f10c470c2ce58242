import { addDays, daysBetween } from '../../day.ts';
import type { DayKey } from '../../day.ts';
import type { Deliverable } from '../../deliverables/deliverable.ts';
import type { DayRange } from '../period.ts';

/** How many deliverables were asked for, begun and completed. */
export interface FlowCounts {
  readonly arrived: number;
  readonly started: number;
  readonly completed: number;
}

/** The amounts of roll-ups that flow is counted from. */
export interface FlowAmounts {
  readonly arrivedCount: number;
  readonly startedCount: number;
  readonly count: number;
}

/** One day, week, month or quarter of a cumulative flow: running sums as they stand at its end. */
export interface FlowStep {
  readonly range: DayRange;
  readonly within: FlowCounts;
  readonly total: FlowCounts;
  /** Asked for and not begun at the end: what stands between the two upper lines. */
  readonly notBegunCount: number;
  /** Begun and not completed at the end: work in progress. */
  readonly inProgressCount: number;
}

const NOTHING: FlowCounts = { arrived: 0, started: 0, completed: 0 };

/** The counts of any roll-ups together. */
export const flowOf = (all: Iterable<FlowAmounts>): FlowCounts => {
  let { arrived, started, completed } = NOTHING;
  for (const { arrivedCount, startedCount, count } of all) {
    arrived += arrivedCount;
    started += startedCount;
    completed += count;
  }
  return { arrived, started, completed };
};

/** What open work adds to the counts; work that nobody knows the beginning of adds nothing there either. */
export function openFlow(open: readonly Deliverable[]): FlowCounts {
  const started = open.filter(({ startedAtMs }) => startedAtMs !== null).length;
  const asked = open.filter((each) => each.startedAtMs === null && each.requestedAtMs !== null);
  return { arrived: started + asked.length, started, completed: 0 };
}

/**
 * What was open when a stretch began, told from what is open now and all that came and went since:
 * the running sums begin there, with nothing completed. Reading back from now needs no history before
 * the stretch, however old what was open then is.
 */
export const openAtStart = (openNow: FlowCounts, since: FlowCounts): FlowCounts => ({
  arrived: openNow.arrived - since.arrived + since.completed,
  started: openNow.started - since.started + since.completed,
  completed: 0,
});

/**
 * Cumulative flow: how many were asked for, begun and completed until the end of each bucket. The
 * upright distance between two lines is what stands between the two stages (Reinertsen, "The Principles
 * of Product Development Flow", 2009, B5; Anderson, "Kanban", 2010). Buckets that begin after `lastDay`
 * are left out.
 */
export function cumulativeFlow(
  buckets: readonly DayRange[],
  rows: readonly { readonly bucket: number; readonly amounts: FlowAmounts }[],
  before: FlowCounts,
  lastDay: DayKey,
): readonly FlowStep[] {
  const dealt: FlowAmounts[][] = buckets.map(() => []);
  for (const { bucket, amounts } of rows) dealt[bucket]?.push(amounts);
  let total = before;
  return buckets.flatMap((range, at): readonly FlowStep[] => {
    if (range.fromDay > lastDay) return [];
    const within = flowOf(dealt[at] ?? []);
    total = addFlow(total, within);
    const notBegunCount = total.arrived - total.started;
    const inProgressCount = total.started - total.completed;
    return [{ range, within, total, notBegunCount, inProgressCount }];
  });
}

export const addFlow = (a: FlowCounts, b: FlowCounts): FlowCounts => ({
  arrived: a.arrived + b.arrived,
  started: a.started + b.started,
  completed: a.completed + b.completed,
});

/** What Little's law says of a stretch of flow. */
export interface LittleReading {
  /** Work in progress, averaged over the stretch. */
  readonly meanInProgress: number;
  readonly completedADay: number;
  /** Calendar days that a deliverable takes from start to completion: work in progress ÷ throughput. */
  readonly daysInProgress: number;
}

/**
 * Little's law (Little 1961; over a finite stretch, Little 2011): work in progress = throughput × time in
 * progress, all averages. Exact where the stretch begins and ends empty and each step is one day;
 * otherwise as near as what was begun before and is still open lets it be. Null where nothing was completed.
 */
export function littleOf(steps: readonly FlowStep[], lastDay: DayKey): LittleReading | null {
  let days = 0;
  let heldDays = 0;
  let completed = 0;
  for (const { range, within, inProgressCount } of steps) {
    const toDay = range.toDay < lastDay ? range.toDay : lastDay;
    const length = daysBetween(range.fromDay, addDays(toDay, 1));
    const atStart = inProgressCount - within.started + within.completed;
    days += length;
    // Within a day only its end counts; over a longer step work comes and goes evenly.
    heldDays += length === 1 ? inProgressCount : (length * (atStart + inProgressCount)) / 2;
    completed += within.completed;
  }
  if (days === 0 || completed === 0) return null;
  return {
    meanInProgress: heldDays / days,
    completedADay: completed / days,
    daysInProgress: heldDays / completed,
  };
}
