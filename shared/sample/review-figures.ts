import { prepareMonthly } from '../cadence/prepare-monthly.ts';
import { prepareWeekly } from '../cadence/prepare-weekly.ts';
import { actionsToGoThrough, reviewActionFrom } from '../cadence/review-action.ts';
import { reviewId, seriesId } from '../cadence/review.ts';
import type { ReviewRef } from '../cadence/review.ts';
import type { ReviewFigures } from '../cadence/review-figures.ts';
import { addDays, dayIn, startOfWeek } from '../day.ts';
import { deliverableFrom, isOpen } from '../deliverables/deliverable.ts';
import { contributionsOf } from '../metrics/contributions.ts';
import type { DayFigures } from '../metrics/overview.ts';
import { shiftRange } from '../metrics/period.ts';
import { strategyProgress, totalsByOutcome } from '../metrics/strategy.ts';
import { termsBook, termsSource } from '../metrics/terms.ts';
import { calendarFrom, officeHours } from '../plan/calendar.ts';
import type { Calendar } from '../plan/calendar.ts';
import { cascadeOf } from '../plan/cascade.ts';
import { goalFrom } from '../plan/goal.ts';
import { keyResultFrom } from '../plan/key-result.ts';
import { memberFrom } from '../plan/member.ts';
import type { Member } from '../plan/member.ts';
import { objectiveFrom } from '../plan/objective.ts';
import { outcomeFrom } from '../plan/outcome.ts';
import { priorityFrom, quarterDays, quarterOf } from '../plan/priority.ts';
import { sopFrom } from '../sops/sop.ts';
import { isUndecided, suggestionFrom } from '../sops/suggestion.ts';
import type { RecordState } from '../stream/merge.ts';
import { workClock } from '../worktime/work-clock.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { workDays } from '../worktime/work-days.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import type { TimedEdit } from './desk.ts';
import { knownBy } from './known-by.ts';

/** What a review of the sample showed when it was held, reckoned as the program does from what was known then. */
export function figuresThen(
  edits: readonly TimedEdit[],
  ref: ReviewRef,
  managerId: string,
  nowMs: number,
): ReviewFigures {
  const records = knownBy(edits, nowMs);
  const of = <T>(type: string, read: (state: RecordState) => T): readonly T[] =>
    (records.get(type) ?? []).map(read);
  const plan = {
    members: of('member', memberFrom),
    outcomes: of('outcome', outcomeFrom),
    calendars: of('calendar', calendarFrom),
    goals: of('goal', goalFrom),
    priorities: of('priority', priorityFrom),
    objectives: of('objective', objectiveFrom),
    keyResults: of('keyResult', keyResultFrom),
  };
  const memberById = new Map(plan.members.map((member) => [member.id, member]));
  const outcomeById = new Map(plan.outcomes.map((outcome) => [outcome.id, outcome]));
  const sopById = new Map(of('sop', sopFrom).map((sop) => [sop.id, sop]));
  const calendarById = new Map(plan.calendars.map((calendar) => [calendar.id, calendar]));
  const hours = new Map(plan.members.map((member) => [member.id, hoursOf(member, calendarById)]));
  const terms = termsBook(termsSource(plan));

  const range = { fromDay: ref.fromDay, toDay: ref.toDay };
  const step = ref.kind === 'weekly' ? 'week' : 'month';
  const before = shiftRange(step, range, -1);
  const history = {
    fromDay: startOfWeek(shiftRange(step, before, -1).fromDay),
    toDay: ref.toDay,
  };
  const quarter = quarterOf(ref.toDay);
  const firstDay = [history.fromDay, quarterDays(quarter).fromDay].toSorted()[0] ?? '';
  const isAbout = (memberId: string): boolean => ref.memberId === '' || memberId === ref.memberId;
  const work = of('deliverable', deliverableFrom);
  const rows = work
    .filter(({ day, completedAtMs }) => completedAtMs === null || day >= firstDay)
    .flatMap((each): readonly DayFigures[] => {
      const { memberId, outcomeId } = each;
      return contributionsOf(each, terms.of(memberId, outcomeId)).map((cell) => ({
        memberId,
        outcomeId,
        day: cell.day,
        totals: cell.totals,
      }));
    });
  const agreed = of('reviewAction', reviewActionFrom).filter(
    (each) => each.seriesId === seriesId(ref),
  );
  const open = work.filter(isOpen);
  const today = dayIn(memberById.get(managerId)?.timeZone ?? 'UTC', nowMs);
  const source = {
    members: plan.members.filter(({ id }) => isAbout(id)),
    outcomes: plan.outcomes,
    clockOf: (member: Member) => (hours.get(member.id) ?? hoursOf(member, calendarById)).clock,
    daysOf: (member: Member) => (hours.get(member.id) ?? hoursOf(member, calendarById)).days,
    joinedAtMs: new Map<string, number>(),
    range,
    before,
    rows: rows.filter(({ memberId }) => isAbout(memberId)),
    open: open.filter(({ memberId }) => isAbout(memberId)),
    allOpen: open,
    terms,
    usualWorkMsOf: () => null,
    names: {
      member: (id: string) => memberById.get(id)?.name ?? '',
      outcome: (id: string) => outcomeById.get(id)?.name ?? '',
      work: ({ title, reference }: { title: string; reference: string }) => title || reference,
    },
    dayEndsAtMs: Date.parse(`${addDays(today, 1)}T00:00:00Z`),
    nowMs,
    sopTitle: (id: string) => sopById.get(id)?.title ?? '',
    versions: [],
    suggestions: of('suggestion', suggestionFrom).filter(
      (each) => isUndecided(each) && isAbout(each.memberId),
    ),
    actions: actionsToGoThrough(agreed, reviewId(ref), null),
    today,
    currency: 'USD',
  };
  if (ref.kind === 'monthly') {
    const about = { memberId: ref.memberId, history, returnReasons: [], checkIns: null };
    return prepareMonthly({ ...source, ...about });
  }
  const cascade = cascadeOf(plan, quarter);
  const totals = totalsByOutcome(rows.filter(({ day }) => quarterOf(day) === quarter));
  const progress = strategyProgress(cascade, { days: quarterDays(quarter), today, totals });
  return prepareWeekly({ ...source, cascade, progress });
}

function hoursOf(
  { calendarId, timeZone }: Member,
  calendarById: ReadonlyMap<string, Calendar>,
): { readonly clock: WorkClock; readonly days: WorkDays } {
  const calendar = calendarById.get(calendarId) ?? officeHours('usual', '', timeZone);
  return { clock: workClock(calendar), days: workDays(calendar, timeZone) };
}
