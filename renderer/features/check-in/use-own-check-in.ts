import { useMemo } from 'react';
import type { PlannedWork } from '#shared/cadence/check-in';
import type { CheckInState, CheckInTime } from '#shared/cadence/check-in-times';
import type { DailyReport } from '#shared/cadence/daily-report';
import { dailyReport } from '#shared/cadence/daily-report';
import { isToConfirm } from '#shared/cadence/instruction';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { CheckInEntry } from '../../data/check-ins.ts';
import { checkIn } from '../../data/check-ins.ts';
import type { Entry } from '../../data/deliverables.ts';
import { entriesOfDay, openEntries } from '../../data/deliverables.ts';
import type { InstructionEntry } from '../../data/instructions.ts';
import { instructionsTo } from '../../data/instructions.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { dayRows } from '../../data/rollups.ts';
import { checkInDays } from '../../services/check-in-days.ts';
import { dayTargets } from '../../services/day-targets.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { memberDays } from '../../services/work-clocks.ts';

/** The last day before today on which the member finished anything. */
export interface DayBefore {
  readonly day: DayKey;
  readonly output: DailyReport['output'];
  /** What they wrote for the next day as it ended. */
  readonly tomorrow: string;
  readonly planned: readonly PlannedWork[];
}

/** What a member's check-in is made of. */
export interface OwnCheckIn {
  readonly day: DayKey;
  readonly time: CheckInTime | null;
  readonly state: CheckInState;
  readonly given: CheckInEntry | null;
  readonly before: DayBefore | null;
  /** In the order in which to take it up. */
  readonly open: readonly Entry[];
  readonly waiting: readonly Entry[];
  /** When the day is over; UTC ms. */
  readonly dayEndsAtMs: number;
  readonly toConfirm: readonly InstructionEntry[];
}

/** So far back the last day of work is looked for. */
const LOOK_BACK_DAYS = 14;

/** The member's check-in of the work day that it is, or undefined until it is read. */
export function useOwnCheckIn(plan: Plan, member: Member, nowMs: number): OwnCheckIn | undefined {
  const days = memberDays(member, plan.calendarById);
  const day = days.dayAt(nowMs);
  const read = useLive(async () => await readFacts(member.id, day), [member.id, day]);
  return useMemo(() => {
    if (!read || read.day !== day) return undefined;
    const { given, open, instructions, dayBefore, completed, checkInBefore } = read;
    const dayEndsAtMs = days.startOf(addDays(day, 1));
    const own = outcomesOf(plan, member.id);
    const targetOf = dayTargets(plan, member, own, dayBefore, nowMs);
    const outcomes = own.map(({ id }) => ({
      id,
      target: targetOf.get(id)?.whole ?? null,
      usualMs: null,
    }));
    const report = dailyReport({ day, dayEndsAtMs, nowMs, outcomes, completed, open });
    const entryOf = new Map(open.map((entry) => [entry.id, entry]));
    const entries = (of: readonly { readonly id: string }[]): readonly Entry[] =>
      of.flatMap(({ id }) => entryOf.get(id) ?? []);
    const [today] = checkInDays(
      plan,
      member,
      given ? [given] : [],
      { fromDay: day, toDay: day },
      nowMs,
    );
    return {
      day,
      time: today?.time ?? null,
      state: today?.state ?? 'off',
      given: given && given.checkedInAtMs !== null ? given : null,
      before:
        completed.length === 0
          ? null
          : {
              day: dayBefore,
              output: report.output,
              tomorrow: checkInBefore?.tomorrow ?? '',
              planned: checkInBefore?.planned ?? [],
            },
      open: entries(report.tomorrow),
      waiting: entries(
        report.stalled.filter(({ kind }) => kind === 'blocked').map(({ work }) => work),
      ),
      dayEndsAtMs,
      toConfirm: instructions.filter(isToConfirm),
    };
  }, [read, plan, member, days, day, nowMs]);
}

async function readFacts(memberId: string, day: DayKey) {
  const lately = { fromDay: addDays(day, -LOOK_BACK_DAYS), toDay: addDays(day, -1) };
  const [given, open, instructions, rows] = await Promise.all([
    checkIn(memberId, day),
    openEntries(memberId),
    instructionsTo(memberId),
    dayRows({ ...lately, memberIds: [memberId] }),
  ]);
  const worked = rows.filter(({ totals }) => totals.count > 0).map((row) => row.day);
  const dayBefore = worked.toSorted().at(-1) ?? lately.toDay;
  const [completed, checkInBefore] = await Promise.all([
    entriesOfDay(memberId, dayBefore),
    checkIn(memberId, dayBefore),
  ]);
  return { day, given, open, instructions, dayBefore, completed, checkInBefore };
}
