import { checkInId } from '../cadence/check-in.ts';
import { wallTime } from '../cadence/occurrences.ts';
import type { DayKey } from '../day.ts';
import { CHECK_IN_MINUTE, cadenceStart } from './cadences.ts';
import { ALSO_PLANNED, HELD_UP } from './check-in-text.ts';
import type { Desk, Done } from './desk.ts';
import type { Story } from './story.ts';
import type { WorkDay } from './work-days.ts';

const MINUTE_MS = 60_000;
const SKIPPED_SHARE = 0.07;
const PLANNED = 3;

/** The plan of one day, said as it begins: mostly work that is then done, now and then something else. */
export function writeMorningPlan(
  desk: Desk,
  { day, startMs, endMs }: WorkDay,
  done: readonly Done[],
  story: Story,
  nowMs: number,
): void {
  const { key, zone } = desk.person;
  if (day < cadenceStart(zone, nowMs)) return;
  const random = desk.random.fork(`morning ${day}`);
  if (random.chance(SKIPPED_SHARE)) return;
  const timelyMs = wallTime(zone, day, CHECK_IN_MINUTE);
  const askedAtMs = timelyMs >= startMs && timelyMs < endMs ? timelyMs : startMs;
  const checkedInAtMs = askedAtMs + random.whole(1, 14) * MINUTE_MS;
  // What came in later was nobody's plan.
  const known = done.filter(({ job: { waitedMinutes, minutes }, completedAtMs }) => {
    if (waitedMinutes === null || completedAtMs <= checkedInAtMs) return false;
    return completedAtMs - (waitedMinutes + minutes) * MINUTE_MS <= checkedInAtMs;
  });
  desk.write(checkedInAtMs, 'checkIn', checkInId(desk.memberId, day), {
    day,
    planned: random
      .shuffled(known)
      .slice(0, PLANNED)
      .map(({ id, job }) => ({
        workId: id,
        outcomeId: desk.ids.outcome(job.outcome),
        title: job.title,
      })),
    alsoPlanned: random.pick(ALSO_PLANNED[key]),
    heldUpBy: heldUp(key, day, story),
    checkedInAtMs,
  });
}

const heldUp = (key: Desk['person']['key'], day: DayKey, story: Story): string =>
  key === 'joanna' && day >= story.photosMissingFrom && day < story.photosArriveOn
    ? HELD_UP.photos
    : key === 'paolo' && story.maricelsLeave.includes(day)
      ? HELD_UP.alone
      : '';
