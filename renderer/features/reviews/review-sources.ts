import type { Cadence } from '#shared/cadence/cadence';
import { checkInState, checkInTime } from '#shared/cadence/check-in-times';
import { checkInOf, participantsOf } from '#shared/cadence/participants';
import { prepareMonthly } from '#shared/cadence/prepare-monthly';
import type { FiguresSource } from '#shared/cadence/prepare-figures';
import { prepareWeekly } from '#shared/cadence/prepare-weekly';
import type { WordsSource } from '#shared/cadence/prepare-words';
import type { WorkNames, WorkSource } from '#shared/cadence/prepare-work';
import type { ReviewRef } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import { addDays, dayIn } from '#shared/day';
import { openSla } from '#shared/metrics/compliance';
import { bucketsOf } from '#shared/metrics/period';
import { strategyProgress, totalsByOutcome } from '#shared/metrics/strategy';
import { sumTotals } from '#shared/metrics/sum-totals';
import { usualCycleMs } from '#shared/metrics/usual-age';
import type { Outage } from '#shared/outages/outage';
import { cascadeOf } from '#shared/plan/cascade';
import type { Member } from '#shared/plan/member';
import { quarterDays, quarterOf } from '#shared/plan/priority';
import type { SopVersion } from '#shared/sops/sop';
import { isUndecided } from '#shared/sops/suggestion';
import type { Suggestion } from '#shared/sops/suggestion';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import type { DayRow } from '../../data/rollups.ts';
import { currentTerms } from '../../data/terms.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { memberClock, memberDays } from '../../services/work-clocks.ts';
import type { ReviewReading } from './review-reading.ts';

export interface ReviewInput {
  readonly ref: ReviewRef;
  readonly plan: Plan;
  /** Whoever holds it: their day decides what is due today. */
  readonly viewer: Member;
  readonly reading: ReviewReading;
  readonly open: readonly Entry[];
  readonly outages: readonly Outage[] | undefined;
  readonly nowMs: number;
}

/** Whose work a review looks at; null where it is everybody's. */
export function reviewedIds(
  ref: ReviewRef,
  cadence: Cadence | undefined,
  plan: Plan,
): readonly string[] | null {
  if (ref.memberId !== '') return [ref.memberId];
  if (!cadence || cadence.memberIds.length === 0) return null;
  return participantsOf(cadence, plan.members).map(({ id }) => id);
}

/** What a review shows, prepared from what lies in the database. */
export function reviewFiguresOf(input: ReviewInput): ReviewFigures {
  const { ref, plan } = input;
  const cadence = plan.cadences.find(({ id }) => id === ref.cadenceId);
  const ids = reviewedIds(ref, cadence, plan);
  const only = ids && new Set(ids);
  const isIn = (memberId: string): boolean => only === null || only.has(memberId);
  const source = { ...figuresSource(input, isIn), ...wordsSource(input, isIn) };
  const currency = plan.workspace?.currency ?? 'USD';
  const { reading } = input;
  if (ref.kind === 'monthly') {
    const { memberId } = ref;
    const { returnReasons, history } = reading;
    return prepareMonthly({
      ...source,
      memberId,
      currency,
      history,
      returnReasons,
      checkIns: checkInCounts(input),
    });
  }
  return prepareWeekly({ ...source, currency, ...strategyOf(input) });
}

/** Of the month's check-ins that were owed by now, how many were given; null where none is asked for. */
function checkInCounts({ ref, plan, reading, nowMs }: ReviewInput) {
  const member = plan.memberById.get(ref.memberId);
  const cadence = member && checkInOf(plan.cadences, member);
  if (!member || !cadence) return null;
  const hours = {
    zone: member.timeZone,
    clock: memberClock(member, plan.calendarById),
    days: memberDays(member, plan.calendarById),
  };
  const given = new Map(reading.checkIns.map((each) => [each.day, each]));
  const states = bucketsOf({ fromDay: ref.fromDay, toDay: ref.toDay }, 'day').map(({ fromDay }) =>
    checkInState(checkInTime(cadence, hours, fromDay), given.get(fromDay), nowMs),
  );
  const sentCount = states.filter((state) => state === 'given').length;
  const skippedCount = states.filter((state) => state === 'skipped').length;
  return { sentCount, owedCount: sentCount + skippedCount };
}

function figuresSource(
  { ref, plan, viewer, reading, open, outages, nowMs }: ReviewInput,
  isIn: (memberId: string) => boolean,
): FiguresSource & WorkSource {
  const today = dayIn(viewer.timeZone, nowMs);
  return {
    members: plan.members.filter(({ id }) => isIn(id)),
    outcomes: plan.outcomes,
    clockOf: (member) => memberClock(member, plan.calendarById),
    daysOf: (member) => memberDays(member, plan.calendarById),
    joinedAtMs: plan.joinedAtMs,
    range: { fromDay: ref.fromDay, toDay: ref.toDay },
    before: reading.before,
    rows: reading.rows.filter(({ memberId }) => isIn(memberId)),
    open: open.filter(({ memberId }) => isIn(memberId)),
    allOpen: open,
    terms: currentTerms(plan, outages),
    usualWorkMsOf: usualBy(reading.usualRows),
    names: namesIn(plan),
    dayEndsAtMs: memberDays(viewer, plan.calendarById).startOf(addDays(today, 1)),
    nowMs,
  };
}

function wordsSource(
  { ref, plan, viewer, reading, nowMs }: ReviewInput,
  isIn: (memberId: string) => boolean,
): WordsSource {
  const { fromDay, toDay } = ref;
  const isWithin = ({ atMs, memberId }: Suggestion): boolean => {
    const day = dayIn(plan.memberById.get(memberId)?.timeZone ?? 'UTC', atMs);
    return fromDay <= day && day <= toDay;
  };
  // A procedure of work that nobody among them does explains nothing.
  const isUsed = ({ sopId }: SopVersion): boolean => {
    const outcome = plan.outcomeById.get(plan.sopById.get(sopId)?.outcomeId ?? '');
    return outcome === undefined || outcome.memberIds.some(isIn);
  };
  return {
    names: namesIn(plan),
    sopTitle: (id) => plan.sopById.get(id)?.title ?? '',
    versions: reading.versions
      .filter(isUsed)
      .map(({ sopId, title, number, effectiveOn, publishedAtMs }) => ({
        sopId,
        title,
        number,
        day: effectiveOn || dayIn(viewer.timeZone, publishedAtMs),
      })),
    // What waits is talked about until it is decided; of a member's month all that they said in it.
    suggestions: reading.suggestions.filter(
      (each) =>
        isIn(each.memberId) &&
        !each.isDeleted &&
        (isUndecided(each) || (ref.kind === 'monthly' && isWithin(each))),
    ),
    actions: reading.actions,
    today: dayIn(viewer.timeZone, nowMs),
  };
}

function strategyOf({ ref, plan, viewer, reading, open, nowMs }: ReviewInput) {
  const quarter = quarterOf(ref.toDay);
  const cascade = cascadeOf(plan, quarter);
  const progress = strategyProgress(cascade, {
    days: quarterDays(quarter),
    today: dayIn(viewer.timeZone, nowMs),
    totals: totalsByOutcome(reading.quarterRows),
    overdueOf: (ids) =>
      openSla(
        open.filter(({ outcomeId }) => ids.has(outcomeId)),
        currentTerms(plan),
        nowMs,
      ),
  });
  return { cascade, progress };
}

const namesIn = (plan: Plan): WorkNames => ({
  member: (id) => plan.memberById.get(id)?.name || t('reviews.gone'),
  outcome: (id) => plan.outcomeById.get(id)?.name || t('reviews.output.unnamed'),
  work: (work) =>
    workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? '') || work.reference,
});

/** The usual time of an outcome's work, worked out when it is first asked for. */
function usualBy(rows: readonly DayRow[]): (outcomeId: string) => number | null {
  const usual = new Map<string, number | null>();
  return (outcomeId) => {
    const held = usual.get(outcomeId);
    if (held !== undefined) return held;
    const own = rows.filter((row) => row.outcomeId === outcomeId);
    const ms = usualCycleMs(sumTotals(own.map(({ totals }) => totals)));
    usual.set(outcomeId, ms);
    return ms;
  };
}
