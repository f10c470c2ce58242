import { addDays } from '../day.ts';
import type { Period } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import type { DayRange } from './period.ts';
import { targetIn } from './targets.ts';
import type { Target } from './targets.ts';

/** Whose hours a target is spread over. */
interface Worker {
  readonly clock: WorkClock;
  readonly days: WorkDays;
  /** Undefined where nobody knows when they took their seat. */
  readonly joinedAtMs: number | undefined;
}

/** Of days that are over, which no clock changes any more: they are counted once for as long as a calendar is in use. */
const overBy = new WeakMap<WorkClock, WeakMap<WorkDays, Map<string, Target>>>();

/**
 * Targets of one unit a period. A target is proportional to its number, so outcomes share the count of
 * hours, and so do members of one calendar and zone: a hundred of them mostly have two or three.
 */
export class SharedTargets {
  readonly #nowMs: number;
  readonly #runningBy = new WeakMap<WorkClock, WeakMap<WorkDays, Map<string, Target>>>();

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  perUnit(period: Period, { fromDay, toDay }: DayRange, worker: Worker): Target {
    const { clock, days, joinedAtMs = Number.NEGATIVE_INFINITY } = worker;
    // When they joined matters in the days in which they did.
    const countsFromMs = joinedAtMs > days.startOf(fromDay) ? joinedAtMs : Number.NEGATIVE_INFINITY;
    const isOver = days.startOf(addDays(toDay, 1)) <= this.#nowMs;
    const held = heldIn(isOver ? overBy : this.#runningBy, clock, days);
    const key = `${period} ${fromDay} ${toDay} ${countsFromMs}`;
    const found = held.get(key);
    if (found) return found;
    const one = { target: 1, period };
    const made = targetIn(one, clock, days, fromDay, toDay, this.#nowMs, countsFromMs);
    held.set(key, made);
    return made;
  }
}

function heldIn(
  by: WeakMap<WorkClock, WeakMap<WorkDays, Map<string, Target>>>,
  clock: WorkClock,
  days: WorkDays,
): Map<string, Target> {
  const byDays = by.get(clock) ?? new WeakMap<WorkDays, Map<string, Target>>();
  by.set(clock, byDays);
  const held = byDays.get(days) ?? new Map<string, Target>();
  byDays.set(days, held);
  return held;
}
