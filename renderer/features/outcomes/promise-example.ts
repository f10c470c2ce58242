import { addDays, dayIn, weekdayOf } from '#shared/day';
import { promisedMinutes } from '#shared/plan/promise-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { SLA_STAGES } from '#shared/plan/outcome';
import type { SlaStage } from '#shared/plan/outcome';
import { versionOn } from '#shared/plan/weekly-hours';
import type { WorkClock } from '#shared/worktime/work-clock';
import { instantOfLocal, localMidnightMs } from '#shared/worktime/zone-offset';
import type { Plan } from '../../data/plan.ts';
import { clockOf, memberClock } from '../../services/work-clocks.ts';

/** When something asked for at an awkward moment would be due, by one person's or one calendar's hours. */
export interface PromiseExample {
  readonly who: string;
  readonly zone: string;
  readonly askedMs: number;
  /** Null where the hours never offer as much working time. */
  readonly due: readonly { readonly to: SlaStage; readonly atMs: number | null }[];
}

const FRIDAY = 5;
const ASKED_AT_MS = 17.5 * 3_600_000;
/** How many people's hours are shown. */
const PEOPLE_LIMIT = 3;

/** Asked on the coming Friday at 17:30: where working time and wall clock differ the most. */
export function promiseExamples(
  draft: OutcomeDraft,
  plan: Pick<Plan, 'memberById' | 'calendarById'>,
  nowMs: number,
): readonly PromiseExample[] {
  return hoursOf(draft, plan, nowMs).map(({ who, zone, clock }) => {
    const today = dayIn(zone, nowMs);
    const friday = addDays(today, (FRIDAY - weekdayOf(today) + 7) % 7);
    const askedMs = instantOfLocal(zone, localMidnightMs(friday) + ASKED_AT_MS);
    const due = SLA_STAGES.flatMap((to) => {
      const minutes = promisedMinutes(draft.promises[to]);
      if (minutes === null || minutes <= 0) return [];
      const atMs = clock.add(askedMs, minutes * 60_000);
      return [{ to, atMs: Number.isFinite(atMs) ? atMs : null }];
    });
    return { who, zone, askedMs, due };
  });
}

interface Hours {
  readonly who: string;
  readonly zone: string;
  readonly clock: WorkClock;
}

function hoursOf(
  { calendarId, ownerId, memberIds }: OutcomeDraft,
  { memberById, calendarById }: Pick<Plan, 'memberById' | 'calendarById'>,
  nowMs: number,
): readonly Hours[] {
  if (calendarId !== '') {
    const calendar = calendarById.get(calendarId);
    const version = calendar && versionOn(calendar, dayIn('UTC', nowMs));
    return calendar && version
      ? [{ who: calendar.name, zone: version.timeZone, clock: clockOf(calendar) }]
      : [];
  }
  return [...new Set([ownerId, ...memberIds])]
    .flatMap((id) => memberById.get(id) ?? [])
    .filter((member) => !member.isGone)
    .slice(0, PEOPLE_LIMIT)
    .map((member) => ({
      who: member.name,
      zone: member.timeZone,
      clock: memberClock(member, calendarById),
    }));
}
