import { addDays } from '../../shared/day.ts';
import type { Calendar } from '../../shared/plan/calendar.ts';
import { officeHours } from '../../shared/plan/calendar.ts';
import { workClock } from '../../shared/worktime/work-clock.ts';
import { workDays } from '../../shared/worktime/work-days.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';

const LIMIT_PER_SECOND = 1_000_000;
const QUESTIONS = 1_000_000;
const ROUNDS = 5;
const DAY_MS = 86_400_000;
const APART_MS = 3 * 365.25 * DAY_MS;
const FROM_MS = Date.parse('2020-01-01T00:00:00Z');

/**
 * How many times a second the working time between two instants three years apart is told, at scattered
 * instants, with clock changes, a dozen holidays a year and two versions. Beside it, what the first
 * question costs and how long a thousand work days take when nobody asked before.
 */
export async function measureWorktime(): Promise<Figure> {
  const calendar = rotatingCalendar();
  const startedMs = performance.now();
  const clock = workClock(calendar);
  clock.between(FROM_MS, FROM_MS + APART_MS);
  const firstMs = performance.now() - startedMs;
  const days = workDays(calendar, 'Asia/Manila');
  const daysStartedMs = performance.now();
  for (let at = 0; at < 1000; at++) days.startOf(addDays('2021-01-01', at));
  const thousandDaysMs = performance.now() - daysStartedMs;
  const instants = scattered();
  const rates = Array.from({ length: ROUNDS }, () => rateOf(clock.between, instants));
  return await Promise.resolve({
    name: 'worktime',
    values: { perSecond: median(rates), firstMs, thousandDaysMs, questions: QUESTIONS },
    limited: 'perSecond',
    limit: LIMIT_PER_SECOND,
    isLeast: true,
  });
}

function rateOf(between: (a: number, b: number) => number, instants: Float64Array): number {
  let sumMs = 0;
  const startedMs = performance.now();
  for (const fromMs of instants) sumMs += between(fromMs, fromMs + APART_MS);
  const seconds = (performance.now() - startedMs) / 1000;
  if (sumMs <= 0) throw new Error('No working time was found in three years of office hours');
  return QUESTIONS / seconds;
}

/** Spread over three years by the golden ratio: no run of equal answers, the same in every run. */
function scattered(): Float64Array {
  const ratio = (Math.sqrt(5) - 1) / 2;
  return Float64Array.from({ length: QUESTIONS }, (_, at) =>
    Math.floor(FROM_MS + ((at * ratio) % 1) * APART_MS),
  );
}

function rotatingCalendar(): Calendar {
  const base = officeHours('c', 'New York', 'America/New_York');
  const holidays = Array.from({ length: 9 * 12 }, (_, at) => addDays('2019-01-01', at * 30));
  const versions = base.versions.map((version) => ({ ...version, holidays }));
  const later = versions.map((version) => ({ ...version, fromDay: '2022-03-01' }));
  return { ...base, versions: [...versions, ...later] };
}
